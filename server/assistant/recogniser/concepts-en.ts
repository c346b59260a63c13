/** English words and phrases that customers use for the same thing, one group a line. A phrase may stand in several groups. */
export const ENGLISH_CONCEPTS = `
how long, how soon, when will, when does, when can, how many days, how many hours, time frame, timeframe, how fast, how quickly, what time, duration, time does it take, estimated time
how much, price, cost, how expensive, rate, pricing, expensive, how many dollars
fee, fees, charge, charged, surcharge, commission, cost me, have to pay, costs extra
free, no cost, without charge, complimentary, free of charge, at no cost
cheap, cheaper, affordable, less expensive, lower price
discount, offer, promo, promotion, coupon, voucher, deal, sale, promo code, discount code, percent off
can i, am i able, is it possible, possible, may i, could i, able to, am i allowed, allowed, permitted, is there a way, is there any way, any way to
how do i, how can i, how to, what is the way, steps, procedure, process, instructions, guide, what do i need to do, walk me through
what do i do, what should i do, what now, what can i do, help me
why, reason, how come, what is the reason, explain, what happened, what went wrong
where, location, place, whereabouts, which place
not work, is not working, does not work, broken, broke, out of order, malfunction, stopped working, defective, faulty, not functioning, dead, will not work, acting up
fail, failed, failure, unsuccessful, did not go through, not go through, not successful, could not complete, will not go through, will not process
decline, declined, rejected, refused, denied, not accepted, turned down, was not approved, would not accept
error, problem, issue, trouble, difficulty, wrong, bug, glitch
pending, still waiting, in progress, processing, on hold, not completed, not processed, still pending, waiting, has not cleared
office, workplace, work address, place of work
opened, unsealed, worn, used, tried on, unboxed, out of the box, removed the seal
trade in, trade-in, part exchange, part payment, old device, old phone, old tablet, swap my old
price drop, price dropped, dropped, cheaper, price protection, price match, price difference, price adjustment, on sale now
collect, pick up, pickup, pick it up, click and collect, store pickup, collection
cancel, cancelled, cancellation, call off, revoke, undo, stop the order, do not want it anymore
revert, reverted, reversed, returned to, went back, bounced, undone, disappeared
missing, not received, not arrived, has not arrived, did not arrive, have not received, not get it, never came, never arrived, not here yet, has not come, did not receive, has not shown up, not showing up, did not show up, nowhere
arrive, arrival, come, get here, delivered, delivery, receive, received, reach, show up
deliver, delivery, shipping, ship, shipped, dispatch, dispatched, courier, postage, mail, mailed, post, send out, sent out
track, tracking, where is my, status, trace, follow, locate, whereabouts
late, delay, delayed, overdue, taking too long, taking so long, slow, behind schedule, long time, too long
express, fast, expedite, urgent, rush, priority, quick, quicker, faster, asap, as soon as possible, next day
order, purchase, buy, bought, purchased, ordered, bought something, get one
refund, money back, pay me back, paid back, pay back, give me my money, reimburse, reimbursement, get my money, give back my money, refunded
return, send back, give back, take back, bring back, returned
exchange, swap, replace, replacement, trade
exchange, convert, conversion, currency exchange, foreign exchange
warranty, guarantee, covered, repair, fix, fixed, repaired, service
damaged, broken, cracked, scratched, torn, ripped, smashed, dented, leaking
pay, payment, paid, paying, checkout, settle, spend
transaction, payment, purchase, transfer, debit
card, debit card, credit card, bank card
cash, money, funds, fund, banknotes
withdraw, withdrawal, take out, take money out, take cash out, cash out, get cash, get money out, atm withdrawal, obtain cash, got cash, pull out, took out
atm, cash machine, cashpoint, cash dispenser, machine
deposit, add money, put money, top up, topup, top-up, add funds, load, fund my account, put funds, reload, recharge, topped up, topping up
transfer, send money, wire, sent money, move money, moved money, sending money, send funds, remit
balance, account balance, how much money, available funds
statement, history, records, list of transactions, past transactions
account, profile, membership
account number, iban, bank details, routing number
open, create, register, sign up, set up, setup, start, apply, enrol, enroll, get started
close, delete, terminate, deactivate, remove, get rid of, shut down, erase, unsubscribe, end, discontinue, do not want this account
login, log in, sign in, get in, access, logon, get into
password, passcode, pass word, secret, login details
pin, pin code, pin number
forgot, forget, forgotten, do not remember, can not remember, lost my password, do not know
reset, recover, restore, change
change, edit, update, modify, alter, correct, switch, adjust, amend, different
block, blocked, locked, lock, frozen, freeze, suspended, restricted, disabled, locked out, stuck
unblock, unlock, unfreeze, reactivate, unlocked, reinstate, lift
activate, activation, enable, turn on, start using, activated, make it active, switch on
verify, verification, confirm, validate, prove, proof, check identity, authenticate
identity, id, passport, identification, who i am, documents, id card, driving licence, driver license
stolen, stole, theft, thief, robbed, pickpocket, took my, mugged
lost, lose, misplaced, missing, can not find, gone, left my, left it
fraud, scam, unauthorised, unauthorized, suspicious, hacked, compromised, someone used, someone else, stranger, fraudulent, did not authorize, somebody used
not recognise, not recognize, do not recognise, do not recognize, did not make, not mine, strange, unknown, unfamiliar, never made, did not do, was not me, do not remember making
twice, double, two times, duplicate, duplicated, charged again, multiple times, more than once, repeated
extra, additional, another, second, one more, spare, more than one
limit, maximum, cap, how many, restriction, minimum, at most, limits, max
available, availability, in stock, stock, do you have, do you sell, do you carry, carry
support, supported, accept, accepted, work with, compatible, take
country, countries, hong kong, taiwan, macao, abroad, overseas, foreign, international, europe, eu, outside, other country, travel, travelling, traveling, holiday, vacation
currency, currencies, dollars, euros, pounds, usd, eur, gbp, fiat, crypto
age, old, years old, kid, kids, child, children, minor, teenager, son, daughter, young, underage, year old
phone, mobile, cell, cellphone, smartphone, handset, iphone, android, phone number, mobile number, telephone
app, application, software, program
email, e mail, mail address, inbox
address, home address, moved, moving, new house, relocated, residence, postcode, zip code, pincode, zip
name, surname, last name, first name, married, maiden name
personal details, personal information, my details, my information, my data, my info
physical, real, actual, plastic, tangible
virtual, digital, non physical, online card
disposable, throw away, one time, temporary, single use, throwaway
contactless, tap, tap to pay, wireless, nfc, touch
apple pay, google pay, samsung pay, mobile wallet, wallet
link, connect, add, pair, attach, associate, bind, connected
contact, talk, speak, call, reach, chat, get in touch, customer service, support team, help desk, representative, agent, human, person, somebody, someone
complain, complaint, unhappy, dissatisfied, unacceptable, terrible, awful, bad service, disappointed, angry
store, shop, branch, outlet, showroom, dealer, distributor, retailer, nearest, near me, nearby
hours, opening hours, open, opening times, closing time, business hours
appointment, book, booking, reservation, reserve, schedule, slot
name on, title, made out to, addressed to, company name, header, issued to
invoice, bill, receipt, billing, tax invoice
installment, instalment, emi, pay later, monthly payments, pay in parts, financing, split the payment
cash on delivery, cod, pay on delivery, pay when it arrives
size, dimensions, measurement, length, width, height, inches, feet, cm, how big, fit
custom, customise, customize, customised, customized, made to measure, bespoke, own size, special size
colour, color, variant, kind, type, model, version, options, types, kinds, varieties
difference, compare, comparison, versus, vs, better, best, which one, which is better, differ
recommend, suggest, suggestion, advise, which one should i, what should i buy
feature, features, specification, specs, material, made of, details, about
trial, try, try out, test, sample, demo
subscription, plan, subscribe, package, membership, tier
upgrade, premium, higher plan, better plan
downgrade, lower plan, cheaper plan
automatic, automatically, auto, by itself, recurring, scheduled, regularly, set to
recurring, direct debit, standing order, regular payment, repeat payment, autopay
interest, apr, interest rate, loan
loan, borrow, lend, credit, mortgage
friend, friends, family, wife, husband, partner, relative, someone else, other people, another person
recipient, beneficiary, payee, receiver, person i sent
incorrect, wrong, not right, not correct, inaccurate, mistaken, not the right, different amount, less than, more than expected, mistake
less, too little, short, smaller amount, not enough, lower, only got, did not get all, not the full
salary, wages, pay check, paycheck, income, employer
cheque, check, checks, cheques
swallowed, ate, kept my card, took my card, stuck in the machine, retained, swallow, eaten, did not return my card
expire, expired, expiry, expiration, runs out, about to expire, out of date, valid until
notification, alert, reminder, message, sms, text message
code, verification code, security code, otp, one time password, authentication code
install, installation, assemble, assembly, set it up, put together
download, export, save, get a copy, copy of
upload, attach, send a file, import
language, english, translate, translation
internet, connection, wifi, wi fi, network, signal, online, offline
slow, lagging, laggy, freezing, takes forever, sluggish
privacy, personal data, gdpr, data protection
secure, safe, security, safety, protected
gift, present, gift card, gift wrap, wrapped
points, rewards, loyalty, cashback, bonus
hi, hello, hey, good morning, greetings
thanks, thank you, cheers, appreciate
`;
