/**
 * What the privacy page says until somebody writes a text of their own: what this desk keeps, why, for how long, and
 * how it goes. Not part of the message catalogue, which travels to every browser.
 */
export const DEFAULT_PRIVACY_TEXT = `This desk is where the people behind our Facebook Pages and Instagram accounts read and answer messages. This page says what it keeps about you when you write to us.

# What we keep
The messages you send us and the ones we send you, with their times, attachments, reactions, edits and whether they were read.

Your name and picture, as Facebook or Instagram shows them to Pages you write to, and an id that Facebook gives you for each Page. It is not your Facebook account.

The notifications in which Facebook brings us all this, as they came, so that nothing is lost and faults can be found.

# Why
To answer you, to know what has been said before, and to find and mend faults in how messages reach us. We do not sell any of it, do not show it to advertisers, and do not build profiles from it.

# Who sees it
The people who answer for us, and those who run this desk. It is stored on a server of ours. Facebook has its own copy; what happens to that is in its own privacy policy.

# How long
Messages: until you ask us to delete them, or until we no longer need them. The notifications as they came, and copies of pictures and files that you sent, are deleted after a time that those who run this desk have set. When you take a message back, what it said is deleted here too.

# How to have it deleted
Write to us and ask for it, or remove this app in your Facebook settings under “Apps and websites” and choose to have your data deleted. Facebook then gives you a code and an address where you can see what became of your request. Your name, your picture, your messages and what notifications say of you are erased; all that stays is that something came, and when.

# People who work with this desk
Of people who sign in here we keep the name, the picture and the id that Facebook Login gives, when they signed in, and what they did in this desk that somebody may have to explain later. Keys that let the desk act for a Page are stored encrypted.
`;
