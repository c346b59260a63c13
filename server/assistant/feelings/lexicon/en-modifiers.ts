import { group } from "./word-group";

/** English words that change what stands beside them. */
export const EN_MODIFIERS = [
  group(
    "negate",
    -1,
    `not, no, never, none, nobody, nothing, nowhere, neither, nor, cannot, can not, could not, would not, should not, do not, does not, did not, is not, are not, was not, were not, have not, has not, had not, will not, without, hardly any, barely any, far from, anything but, no one, not a, not very, not so, not really, not at all, not all that, less than, dont, doesnt, didnt, cant, couldnt, wouldnt, isnt, arent, wasnt, werent, wont, havent, hasnt, aint`,
  ),
  group(
    "boost",
    1.3,
    `very, really, so, such, such a, super, truly, pretty, quite, rather, too, way, damn near, especially, particularly, certainly, definitely the, always, much, even, more, most, genuinely, seriously the, just so, so very, way too, how, what a`,
  ),
  group(
    "boost",
    1.6,
    `extremely, incredibly, absolutely, totally, completely, utterly, insanely, entirely, beyond, exceptionally the, thoroughly, deeply, massively, hugely, ridiculously the, freaking, freakin, friggin, frickin, fricking, effing, bloody, by far, of all time, ever so, highly, hella, mega, ultra, single most`,
  ),
  group(
    "boost",
    0.6,
    `slightly, somewhat, a bit, a little, little bit, kinda, sorta, kind of a, sort of, fairly, mildly, partly, partially, almost, nearly, mostly, moderately, relatively, a tad, occasionally, sometimes`,
  ),
  group(
    "after",
    1.3,
    `ever, of all time, by far, indeed, for real, as hell, as heck, af, as always, beyond words, period`,
  ),
  group(
    "but",
    1,
    `but, however, although, though, yet, except that, unfortunately though, nevertheless, nonetheless, still though, then again, turns out, only to, instead`,
  ),
  group(
    "except",
    1,
    `only downside, only complaint, only issue, only problem, except for, other than, apart from, aside from, besides that, one small`,
  ),
  group(
    "wish",
    0,
    `wish, i wish, if only, would be, should be, could be, should have been, could have been, would have been, supposed to have, should have, could have, would have, if you had, hope you, hoping, please make, need better, needs better, need to improve, used to be, used to love, used to like, was once`,
  ),
  group("still", -1, `still, again, anymore, any more, no longer, after all this, by now, since`),
] as const;
