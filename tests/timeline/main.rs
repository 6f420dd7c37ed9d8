//! Timelines: the sentence at each change of a client's life, events and their dates, what is asked, the calendar file.

mod calendar;
mod events;
mod life;
mod moment;
mod odd;
mod picture;
mod support;
