/** What English-speaking customers write, one message a line, with `|` where a further question begins. Own writing. */
export const ASKED_EN = `How much is shipping |and how long does it take?
Can I return it and get a refund?
Hi, I have two questions: 1) how do I return this? |2) do you ship to Canada?
Where is my order A1029? |Also, can I change the address?
What's the warranty on the Watch S |and is it waterproof?
If it breaks, can I return it?
How much is shipping, |how long does it take?
I want to return my headphones. How do I do that?
Can you tell me how much it costs |and when it ships?
My order number is A1029. Where is it? Thanks
Do you have this in black or white?
How do I return an item?
Hello
Thanks, it arrived today
Hi there, could you help me with my order?
The left earbud stopped working. Is that covered by the warranty?
Is it waterproof? |Can I swim with it?
What is the difference between Buds 2 and Buds 2 Pro?
Can I pay with PayPal or Apple Pay?
How do I cancel my order |and when will I get my money back?
How do I pair the earbuds with my laptop |and can I connect two devices at once?
My Robot R1 does not charge. What should I do?
Where do I find the serial number? |And how do I register the product?
When it arrives, can I still exchange it?
What are your opening hours |and where is the nearest store?
I was charged twice. Can you refund one of them?
Do you deliver on weekends? |Can the courier call me before?
1. How long is the warranty? |2. Does it cover water damage? |3. Who pays the postage?
- how do I get an invoice |- can you add my company name
Can I change the colour of my order to black?
What does Plus membership cost |and what do I get?
Please cancel order A1029
Please cancel order A1029. |Also please change the address of A1030.
Why was my payment declined?
I'd like to know if you ship to Germany |and how much that would be
How long does a refund take?
Is the charger included, |or do I need to buy one?
What happens if I am not home?
I forgot my password and I no longer have my old number. How do I sign in?
How do I reset the router? |It also drops the connection, why is that?
Can I use two coupons on one order?
Do coupons expire? |Do I get them back when I cancel?
Does the Watch S work with iPhone? |How long does the battery last? |Can I change the strap?
I ordered the wrong size. Can I exchange it |and how long will that take?
Could you tell me where my parcel is?
Is there a student discount?
Are the earbuds in stock |and do you price match?
The map of my vacuum is wrong, how do I make a new one?
How can I talk to a person?
What is your return policy? |Do I need the original box?
You call this service?
Who do I contact about a broken screen |and how much will the repair cost?
Can I collect my order in the store? |Which ID do I need?
How do I update the firmware? |What if the update fails?
I moved. Can you change my delivery address to 221B Baker Street, London?
The package was open when it came and one cable is missing. Can you send it again?
Can I get my points back if I return something?
When does the sale start, |and does it include the Pad 11?
Hi, quick question: do you ship abroad?
Are returns free? |How many days do I have? |Where do I send it?
By the way, when do you close today?
Is it possible to return a gift without the receipt?
How do I turn on noise cancelling? |Why does it hiss?
Can you send me an invoice |and can you put my tax number on it?
I haven't received the verification code. Can you resend it?
Does it come in blue? |When will the white one be back?
Should I buy the 45W or the 67W charger?
How do I delete my account |and will my orders be deleted too?
What do I do if the courier says delivered but I got nothing?
Second question: how do I leave a review?
Do you repair out of warranty? |If so, how much is a new battery?
Can I book a time slot? |And is there an extra fee?
I bought it three days ago and now it is cheaper. Can I get the difference back?
How long do I have to return it, |who pays for shipping, |and when do I get the refund?
Hello, is anyone there? My camera is offline, how do I get it back online?
Can I keep it and get a partial refund?
What time zone are your hours in?
Is Buds 2 Pro compatible with Android |and does it support LDAC?
Thanks for the help. One more thing: can I change the delivery date?
Do you trade in old phones? |How much do I get for one?
My discount code doesn't work. |Also, the site logs me out all the time, how can I fix that?
How do I check my points |and when do they expire?
Can I add an item to my order? |What if it has already been packed?
Which plan is better for a family, yearly or monthly?`;
