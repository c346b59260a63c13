/** What customers of many trades say, by mood. Own writing. */
export const SPOKEN: Record<"zh" | "en", Record<"positive" | "negative" | "neutral", string>> = {
  zh: {
    positive: `耳机音质很好，戴着也舒服，非常满意
客服小姐姐特别耐心，几分钟就帮我解决了
第二天就到了，物流真给力
这家店的牛肉面味道很不错，量也足
退款当天就到账了，效率很高
本来还担心，没想到质量这么好
虽然贵了一点，但是真的值
酒店很干净，前台热情，还免费升级了房间
一点也不难用，老人也学会了
师傅准时上门，安装很专业
谢谢你们，问题已经解决了
包装严实，没有破损，好评
扫地机器人超级好用，强烈推荐
转账秒到，手机银行越来越方便了
价格实惠，下次还会来买
👍 很满意
小哥冒着大雨送来的，辛苦了
客服回复及时，态度也好`,
    negative: `耳机用了三天就坏了，质量太差
等了一个多星期还没发货，客服也不理人
送来的时候汤全洒了，菜也凉了
什么破东西，充一次电用不到半小时
说好的七天退款，到现在都没到账
态度恶劣，问什么都不耐烦
房间一股霉味，隔音也差，再也不会来了
路由器天天掉线，根本没法用
你们这样也叫售后？
不太满意，和描述的不一样
不推荐大家买，浪费钱
打了五个电话都没人接，无语
排队排了两个小时，还让我明天再来
卡被冻结了也没通知，太过分了
送错了还不给换，真是服了
一点都不好用
客服只会复制粘贴，答非所问
我已经说了三遍了，还要我等多久？？
被多扣了一笔钱，找谁都推来推去
太咸了，没法吃`,
    neutral: `我的订单到哪里了
运费多少
请问可以开专票吗
怎么修改收货地址
你好
保修期是多久
想换成黑色的
A1029 这一单用的什么快递
门店几点关门
Buds 2 和 Buds 2 Pro 有什么区别
支持分期吗
电话是13812345678
怎么把耳机和电脑连起来
年卡和月卡哪个划算
可以用优惠券吗
周末送货吗`,
  },
  en: {
    positive: `The sound is amazing and they are really comfortable
Your agent was so patient and fixed it within minutes
Arrived a day early, well packed, great job
Best noodles in town and the portions are generous
Thank you so much, that solved my problem
The hotel was spotless and the staff were friendly
Not bad at all, I would buy again
It's expensive but worth every penny
Setup was effortless, my parents love it
My refund came through the same day, very efficient
Kudos to the driver who came in the rain
I can't thank you enough
The new app is fast and easy to use
Crew went above and beyond on our flight
Never had a problem with this vacuum, highly recommend it
👍 works great
Perfect fit and beautiful colour
Great service as always`,
    negative: `The headphones broke after three days, terrible quality
Been waiting two weeks and still nothing has shipped
Food was cold and half of it was missing
Nobody answers the phone, I have called five times
You promised a refund in seven days and I still haven't got it
Your agent was rude and hung up on me
The room smelled, the walls are thin, never again
This router drops the connection every day, useless
Thanks for losing my suitcase
Not happy with this at all
Do not buy this, a complete waste of money
Two hours on hold. Two hours.
You froze my card without telling me, unacceptable
Sent the wrong size and now refuse to exchange it
Not worth the price
The support bot keeps sending the same useless article
How many times do I have to explain this??
Great, another delay
I was charged twice and no one will help
Battery died after an hour, so disappointed`,
    neutral: `Where is my order A1029?
How much is shipping?
Can I get a VAT invoice?
I'd like to change my delivery address
Hello
How long is the warranty?
What colours does the Watch S come in?
What time does the Shanghai store close?
Does it support wireless charging?
My number is +44 20 7946 0958
How do I connect the earbuds to my laptop?
Which plan includes free shipping?
Can I pay in instalments?
Do you deliver on weekends?
Is the charger included?
Please send it to 12 Baker Street`,
  },
};
