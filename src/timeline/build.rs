//! A timeline from a reading: the state, how long it lasts, what follows, and the events of all that.

use time::{Duration, PrimitiveDateTime};

use super::{
    Ask, Dating, Event, EventKind, Point, Timeline, TimelineOptions, picture,
    point::{Clock, in_words},
    sentence,
};
use crate::{
    card::{self, Places, choice},
    channel::Channel,
    countdown::{self, DAY, Printed},
    kb::{
        Sources,
        machine::{self, Machine, Mark, State, Stay},
        threshold::{
            ACTIVATION_INTERVAL, DIRECTORY_RENEWAL, FAILED_RENEWAL_WATCH, INTERVAL_HIGHEST,
            INTERVAL_LOWEST, KMS_VALIDITY, RENEWAL_INTERVAL, Threshold,
        },
    },
    phrase::Phrase,
    product::{Family, Identity},
    reading::{ExpiryKind, Product, Reading},
    state::LicenseStatus,
    wording::{
        card as say_card,
        states::{self, About},
        timeline as say,
    },
};

/// Where a product stands, and what follows: what the sentence, the events and the picture are told from.
pub(super) struct Course<'r> {
    pub product: &'r Product<'r>,
    pub about: About,
    pub clock: Clock,
    /// The state that is printed.
    pub state: Option<State>,
    /// What the knowledge base tells of it.
    pub stay: Option<&'static Stay>,
    /// What ends it by itself.
    pub end: Option<End>,
    /// When the activation was renewed last.
    pub renewed: Option<Point>,
    /// What people notice before the end.
    pub marks: Vec<(&'static Mark, Point)>,
    /// What comes after the end.
    pub follows: Follows,
    /// The end of what comes after the end, where it ends by itself.
    pub second_end: Option<(Point, &'static Stay)>,
    identity: Identity,
}

/// The end of a state.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub point: Point,
    pub kind: EventKind,
    /// The field that tells it.
    field: &'static str,
}

/// What comes when the time of a state is over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Follows {
    /// A state. On Vista it may be reduced functionality instead, where the service pack is not known.
    State { state: State, may_be_reduced: bool },
    /// It depends on the version of Windows, which the text does not show.
    ByVersion,
    /// Nobody published what.
    Unpublished,
}

/// Where `now` falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The printed state lasts.
    InState,
    /// Its end is past.
    AfterEnd,
    /// The end of what follows it is past, too.
    AfterSecondEnd,
}

/// See [`super::timeline_with`].
pub(super) fn build(
    reading: &Reading<'_>,
    index: usize,
    options: &TimelineOptions,
) -> Option<Timeline> {
    let product = reading.products.get(index)?;
    let identity = card::identify(product);
    let moment = Moment::of(product, options);
    let course = Course::of(product, identity, moment.clock);
    let places = Places::new(reading, index);
    let events = course.events(&places, &moment, options);
    let mut sentence = sentence::tell(&course);
    let clock = moment.clock;
    if let (Some(now), Some(printed)) = (options.now, clock.printed)
        && now.date() < printed.date()
    {
        sentence = say::before_printing(now, printed).then(sentence);
    }
    Some(Timeline {
        product: index,
        title: card::glance(reading, index)?.title,
        now: options.now.or(clock.now),
        printed: clock.printed.filter(|_| !moment.from.is_empty()),
        // Where nothing is dated, nothing has to be asked.
        ask: moment.ask.filter(|_| course.end.is_some()),
        sentence,
        picture: picture::draw(&course, &events),
        events,
    })
}

/// When the text was printed and from when it is looked at, and how that is known.
struct Moment {
    clock: Clock,
    /// How the moment of printing is known; empty where it is not, or where nothing is counted from it.
    from: Phrase,
    ask: Option<Ask>,
}

impl Moment {
    fn of(product: &Product<'_>, options: &TimelineOptions) -> Moment {
        let asking = |why: Phrase, choices: Vec<(String, Phrase)>| Moment {
            clock: Clock {
                printed: None,
                is_told: false,
                now: options.now,
                is_sure: false,
            },
            from: Phrase::new(),
            ask: Some(Ask { why, choices }),
        };
        match (countdown::printed(product, options.printed_at), options.now) {
            (Printed::Given(at), _) => Moment::known(at, say::PRINTED_GIVEN.into(), true, options),
            (Printed::Trusted(at), _) => {
                Moment::known(at, say::PRINTED_TRUSTED.into(), true, options)
            }
            (Printed::Ambiguous { printed, readings }, Some(now)) => match chosen(readings, now) {
                Some((at, None)) => Moment::known(at, say::PRINTED_GIVEN.into(), true, options),
                Some((at, Some(other))) => {
                    let from = say::only_reading(printed.to_owned(), other);
                    Moment::known(at, from, false, options)
                }
                None => asking(
                    say_card::ambiguous_date(printed.to_owned()),
                    readings.map(choice).to_vec(),
                ),
            },
            (Printed::Ambiguous { printed, readings }, None) => asking(
                say_card::ambiguous_date(printed.to_owned()),
                readings.map(choice).to_vec(),
            ),
            (Printed::Unreadable(_) | Printed::Unknown, Some(now)) => {
                let counts = countdown::minutes(product).is_some();
                let from = if counts { say::PRINTED_GIVEN } else { "" };
                let mut moment = Moment::known(now, from.into(), true, options);
                moment.clock.is_told = false;
                moment
            }
            (Printed::Unreadable(printed), None) => {
                asking(say_card::unreadable_date(printed.to_owned()), Vec::new())
            }
            (Printed::Unknown, None) => asking(say_card::NO_TRUSTED_TIME.into(), Vec::new()),
        }
    }

    fn known(
        at: PrimitiveDateTime,
        from: Phrase,
        is_sure: bool,
        options: &TimelineOptions,
    ) -> Moment {
        Moment {
            clock: Clock {
                printed: Some(at),
                is_told: true,
                now: Some(options.now.map_or(at, |now| now.max(at))),
                is_sure,
            },
            from,
            ask: None,
        }
    }
}

/// The reading of an ambiguous date that `now` leaves: the one that it is, or the one that does not lie ahead of it; then the
/// other reading stands beside it. A day is left for clocks and zones that differ.
fn chosen(
    readings: [PrimitiveDateTime; 2],
    now: PrimitiveDateTime,
) -> Option<(PrimitiveDateTime, Option<PrimitiveDateTime>)> {
    let minute = |moment: PrimitiveDateTime| (moment.date(), moment.hour(), moment.minute());
    if let Some(same) = readings.into_iter().find(|at| minute(*at) == minute(now)) {
        return Some((same, None));
    }
    let [first, second] = readings;
    let is_ahead = |at: PrimitiveDateTime| at - now > Duration::DAY;
    match (is_ahead(first), is_ahead(second)) {
        (false, true) => Some((first, Some(second))),
        (true, false) => Some((second, Some(first))),
        _ => None,
    }
}

impl<'r> Course<'r> {
    fn of(product: &'r Product<'r>, identity: Identity, clock: Clock) -> Course<'r> {
        let about = card::about(product, &identity);
        let stay = countdown::stay(product, &identity);
        let end = end(product, clock);
        let renewed = countdown::lease(product)
            .zip(end)
            .map(|(lease, end)| end.point.plus(-i64::from(lease)));
        let marks = match (end, countdown::minutes(product)) {
            (Some(end), Some(minutes)) => countdown::marks(product, &identity, minutes)
                .map(|mark| {
                    let before = i64::from(mark.days) * i64::from(DAY);
                    (mark, end.point.plus(-before))
                })
                .collect(),
            _ => Vec::new(),
        };
        let follows = follows(product, &identity, stay);
        let second_end = second_end(product, &identity, end, follows);
        Course {
            product,
            about,
            clock,
            state: countdown::state(product),
            stay,
            end,
            renewed,
            marks,
            follows,
            second_end,
            identity,
        }
    }

    /// Where `now` falls.
    pub fn standing(&self) -> Standing {
        let is_past = |point: Point| self.clock.is_ahead(point) == Some(false);
        match (self.end, self.second_end) {
            (_, Some((second, _))) if is_past(second) => Standing::AfterSecondEnd,
            (Some(end), _) if is_past(end.point) => Standing::AfterEnd,
            _ => Standing::InState,
        }
    }

    /// Whether it is renewed for 180 days at a time.
    pub fn renews(&self) -> bool {
        self.state == Some(State::Licensed) && countdown::renews(self.product)
    }

    /// The next renewal: a renewal interval after the last one.
    pub fn renewal_due(&self) -> Option<Point> {
        Some(self.renewed?.plus(i64::from(self.renewal_interval().0)))
    }

    /// Whether a renewal should have come long before the printing. A day is left for a machine that was just started.
    pub fn is_overdue(&self) -> bool {
        let offset = self.renewal_due().and_then(|due| due.offset);
        offset.is_some_and(|offset| offset < -i64::from(DAY))
    }

    /// Minutes between two renewals: printed, or else the default; and the figure.
    pub fn renewal_interval(&self) -> (u32, &'static Threshold) {
        if self.about.by_directory {
            return (DIRECTORY_RENEWAL.value, &DIRECTORY_RENEWAL);
        }
        let client = self.product.kms_client.as_deref();
        let printed = client.and_then(|client| client.renewal_interval_minutes);
        (allowed(printed, &RENEWAL_INTERVAL), &RENEWAL_INTERVAL)
    }

    /// Minutes between two attempts while a renewal fails or the product is not activated.
    pub fn attempt_interval(&self) -> u32 {
        let client = self.product.kms_client.as_deref();
        let printed = client.and_then(|client| client.activation_interval_minutes);
        allowed(printed, &ACTIVATION_INTERVAL)
    }

    /// Whether it tries to activate by itself: a KMS client in a state in which it is not activated.
    pub fn tries(&self) -> bool {
        self.product.channel == Some(Channel::KmsClient)
            && matches!(
                self.state,
                Some(
                    State::InitialGrace
                        | State::OutOfTolerance
                        | State::NonGenuineGrace
                        | State::Notification
                )
            )
    }

    /// The printed end of an evaluation, where it is another day than the one that the minutes give.
    fn other_end(&self, end: End) -> Option<PrimitiveDateTime> {
        let other = self.clock.certain(evaluation_end(self.product)?)?.at?;
        let differs = (other - end.point.at?).abs() > Duration::DAY;
        differs.then_some(other)
    }

    /// What people notice in a state that follows.
    pub fn people(&self, state: State) -> Phrase {
        let then = About {
            minutes: None,
            reason: None,
            suspicion: None,
            ..self.about
        };
        states::state(status(state), &then).people
    }

    fn events(
        &self,
        places: &Places<'_>,
        moment: &Moment,
        options: &TimelineOptions,
    ) -> Vec<Event> {
        let mut list = List {
            course: self,
            places,
            dated: Vec::new(),
            undated: Vec::new(),
        };
        if self.end.is_none() && !self.tries() {
            return Vec::new();
        }
        if !moment.from.is_empty() {
            let event = list.known(EventKind::Printed, say::labels::PRINTED, &["trustedTime"]);
            list.add(self.clock.printing(), event.detail(moment.from.clone()));
        }
        let looking = self.clock.looking();
        if options.now.is_some() && (moment.from.is_empty() || looking != self.clock.printing()) {
            let event = list.known(EventKind::Now, say::labels::NOW, &[]);
            list.add(looking, event);
        }
        self.renewals(&mut list);
        if self.tries() {
            let interval = self.attempt_interval();
            let event = list
                .estimated(
                    EventKind::NextAttempt,
                    say::labels::NEXT_ATTEMPT,
                    &["kmsClient.activationIntervalMinutes"],
                )
                .detail(say::tries_every(interval))
                .source(ACTIVATION_INTERVAL.sources());
            list.add(looking.plus(i64::from(interval)), event);
        }
        for (mark, point) in &self.marks {
            let event = list
                .estimated(
                    EventKind::Reminder,
                    say_card::moments::notice(mark.what),
                    &[],
                )
                .sources(self.stay);
            list.add(*point, event);
        }
        self.ends(&mut list);
        list.in_order()
    }

    fn renewals(&self, list: &mut List<'_, '_>) {
        if self.product.expires.kind == Some(ExpiryKind::Avma) {
            let event = list
                .unknown(EventKind::RenewalDue, say::labels::RENEWAL_DUE)
                .detail(say::AVMA_RENEWAL);
            list.add_undated(event);
        }
        let (Some(renewed), Some(due)) = (self.renewed, self.renewal_due()) else {
            return;
        };
        let event = list
            .estimated(
                EventKind::Renewed,
                say::labels::RENEWED,
                &["minutesRemaining"],
            )
            .detail(say::renewed_counted())
            .source(KMS_VALIDITY.sources());
        list.add(renewed, event);
        let (interval, figure) = self.renewal_interval();
        let is_ahead = self.clock.is_ahead(due) == Some(true);
        let label = if is_ahead {
            say::labels::RENEWAL_DUE
        } else {
            say::labels::RENEWAL_WAS_DUE
        };
        let event = list
            .estimated(
                EventKind::RenewalDue,
                label,
                &["kmsClient.renewalIntervalMinutes"],
            )
            .detail(say::renews_every(interval))
            .source(figure.sources());
        list.add(due, event);
        let lasts = self.standing() == Standing::InState;
        if !is_ahead && lasts && !self.about.by_directory {
            let interval = self.attempt_interval();
            let event = list
                .estimated(
                    EventKind::NextAttempt,
                    say::labels::NEXT_ATTEMPT,
                    &["kmsClient.activationIntervalMinutes"],
                )
                .detail(say::tries_again_every(FAILED_RENEWAL_WATCH.value, interval))
                .source(FAILED_RENEWAL_WATCH.sources())
                .source(ACTIVATION_INTERVAL.sources());
            list.add(self.clock.looking().plus(i64::from(interval)), event);
        }
    }

    fn ends(&self, list: &mut List<'_, '_>) {
        let Some(end) = self.end else { return };
        let is_past = self.clock.is_ahead(end.point) == Some(false);
        let label = say::labels::ends(end.kind, self.product.expires.kind, is_past);
        let mut event = list
            .known(end.kind, label, &[end.field])
            .sources(self.stay)
            .detail(say::then(self.follows, end.kind, &self.about));
        if let Follows::State { state, .. } = self.follows {
            event = event.detail(self.people(state));
        }
        if let Some(other) = self.other_end(end) {
            event = event.detail(say::other_end(other));
        }
        list.add(end.point, event);
        if let Some((point, stay)) = self.second_end {
            let is_past = self.clock.is_ahead(point) == Some(false);
            let label = say::labels::ends(EventKind::GraceEnds, None, is_past);
            let then = self.follows_then(stay);
            let mut event = list
                .estimated(EventKind::GraceEnds, label, &[])
                .sources(Some(stay))
                .detail(say::then(then, EventKind::GraceEnds, &self.about));
            if let Follows::State { state, .. } = then {
                event = event.detail(self.people(state));
            }
            list.add(point, event);
        }
        if !matches!(self.follows, Follows::State { .. }) {
            let event = list
                .unknown(EventKind::Unpublished, say::labels::UNPUBLISHED)
                .detail(say::then(self.follows, end.kind, &self.about))
                .sources(self.stay);
            list.add_undated(event);
        }
    }

    /// The words of a state that follows, and its tone.
    pub fn looks(&self, state: State) -> (&'static str, crate::card::Tone) {
        let text = states::state(status(state), &self.about);
        match state {
            State::ReducedFunctionality => (say::REDUCED, text.tone),
            _ => (text.word, text.tone),
        }
    }

    /// What comes after the end of a state that followed.
    pub fn follows_then(&self, stay: &'static Stay) -> Follows {
        follows_stay(self.product, stay)
    }

    /// Whose rules apply.
    pub fn machine(&self) -> Option<Machine> {
        countdown::machine(self.product, &self.identity)
    }
}

/// The end of the state, from the minutes, or else from a printed date that has one reading only.
fn end(product: &Product<'_>, clock: Clock) -> Option<End> {
    let kind = match (product.expires.kind, product.channel) {
        (Some(ExpiryKind::Volume | ExpiryKind::Avma), _) => EventKind::LeaseEnds,
        (Some(ExpiryKind::Timebased), Some(Channel::Evaluation)) => EventKind::EvaluationEnds,
        (Some(ExpiryKind::Grace), _) => EventKind::GraceEnds,
        (Some(ExpiryKind::Timebased) | None, _) => EventKind::LicenseEnds,
    };
    if product.license_status == Some(LicenseStatus::Notification)
        || product.license_status == Some(LicenseStatus::Unlicensed)
    {
        return None;
    }
    let dated = |text: Option<&str>, kind, field| {
        let point = clock.certain(text?)?;
        Some(End { point, kind, field })
    };
    let evaluation = evaluation_end(product)
        .and_then(|text| dated(Some(text), EventKind::EvaluationEnds, "evaluationEndDate"));
    let counted = countdown::minutes(product).map(|minutes| End {
        point: clock.printing().plus(i64::from(minutes)),
        kind,
        field: "minutesRemaining",
    });
    match (evaluation, counted) {
        // Minutes are worth more than the date, if it is known when they were printed.
        (Some(evaluation), Some(_)) if !clock.is_told => Some(evaluation),
        (_, Some(counted)) => Some(counted),
        (evaluation, None) => {
            dated(product.expires.at.as_deref(), kind, "licenseStatus").or(evaluation)
        }
    }
}

/// The end of an evaluation, as printed.
fn evaluation_end<'p>(product: &'p Product<'_>) -> Option<&'p str> {
    product
        .evaluation_end_date
        .as_deref()
        .filter(|_| product.channel == Some(Channel::Evaluation))
}

fn follows(product: &Product<'_>, identity: &Identity, stay: Option<&'static Stay>) -> Follows {
    match stay {
        Some(stay) => follows_stay(product, stay),
        None if matches!(
            countdown::state(product),
            Some(State::InitialGrace | State::Licensed | State::OutOfTolerance)
        ) && matches!(identity.family, Family::Windows | Family::WindowsServer)
            && identity.era.is_none()
            && !matches!(product.channel, Some(Channel::Avma | Channel::Subscription)) =>
        {
            Follows::ByVersion
        }
        None => Follows::Unpublished,
    }
}

fn follows_stay(product: &Product<'_>, stay: &'static Stay) -> Follows {
    match stay.after_its_time() {
        Some(state) => Follows::State {
            state,
            may_be_reduced: stay.machine == Machine::VistaSp1
                && state == State::Notification
                && product.service_version.is_none(),
        },
        None => Follows::Unpublished,
    }
}

fn second_end(
    product: &Product<'_>,
    identity: &Identity,
    end: Option<End>,
    follows: Follows,
) -> Option<(Point, &'static Stay)> {
    let Follows::State { state, .. } = follows else {
        return None;
    };
    let stay = machine::find(countdown::machine(product, identity)?, state)?;
    let length = countdown::length(stay, product.channel)?;
    Some((end?.point.plus(i64::from(length)), stay))
}

/// A printed interval, if it is one that can be set; else the default.
fn allowed(printed: Option<u32>, default: &Threshold) -> u32 {
    printed
        .filter(|minutes| (INTERVAL_LOWEST.value..=INTERVAL_HIGHEST.value).contains(minutes))
        .unwrap_or(default.value)
}

/// The license state that says the most of a state.
const fn status(state: State) -> LicenseStatus {
    match state {
        State::InitialGrace => LicenseStatus::OobGrace,
        State::Licensed | State::LicensedForGood => LicenseStatus::Licensed,
        State::OutOfTolerance => LicenseStatus::OotGrace,
        State::NonGenuineGrace => LicenseStatus::NonGenuineGrace,
        State::Notification | State::ReducedFunctionality => LicenseStatus::Notification,
        State::Unlicensed => LicenseStatus::Unlicensed,
    }
}

/// Events being gathered.
struct List<'c, 'r> {
    course: &'c Course<'r>,
    places: &'c Places<'c>,
    dated: Vec<(Point, Event)>,
    undated: Vec<Event>,
}

impl List<'_, '_> {
    fn event(
        &self,
        kind: EventKind,
        dating: Dating,
        label: impl Into<Phrase>,
        keys: &[&str],
    ) -> Event {
        let mut lines: Vec<u32> = keys
            .iter()
            .filter_map(|key| self.places.line(key))
            .collect();
        lines.sort_unstable();
        Event {
            kind,
            at: None,
            offset: None,
            when: say::NOT_KNOWN.into(),
            dating,
            ahead: None,
            label: label.into(),
            detail: Phrase::new(),
            lines,
            sources: Vec::new(),
        }
    }

    fn known(&self, kind: EventKind, label: impl Into<Phrase>, keys: &[&str]) -> Event {
        let clock = &self.course.clock;
        let is_sure = clock.is_sure || clock.printed.is_none() || kind == EventKind::Now;
        let dating = if is_sure {
            Dating::Known
        } else {
            Dating::Estimated
        };
        self.event(kind, dating, label, keys)
    }

    fn estimated(&self, kind: EventKind, label: impl Into<Phrase>, keys: &[&str]) -> Event {
        self.event(kind, Dating::Estimated, label, keys)
    }

    fn unknown(&self, kind: EventKind, label: impl Into<Phrase>) -> Event {
        self.event(kind, Dating::Unknown, label, &[])
    }

    fn add(&mut self, point: Point, mut event: Event) {
        event.at = point.at;
        event.offset = point.offset;
        event.ahead = self.course.clock.is_ahead(point);
        // A moment to the minute is only told of what is known, and of an attempt that is hours away.
        let exact = event.dating == Dating::Known || event.kind == EventKind::NextAttempt;
        event.when = in_words(point, exact);
        self.dated.push((point, event));
    }

    fn add_undated(&mut self, event: Event) {
        self.undated.push(event);
    }

    /// All events in the order of time; what happens at once stays in the order of the list.
    fn in_order(mut self) -> Vec<Event> {
        // All points have the same sides, but for a date beyond all calendars: then the offset has it.
        self.dated.sort_by(|(one, _), (other, _)| {
            match (one.offset.zip(other.offset), one.at.zip(other.at)) {
                (Some((one, other)), _) => one.cmp(&other),
                (None, Some((one, other))) => one.cmp(&other),
                (None, None) => std::cmp::Ordering::Equal,
            }
        });
        let dated = self.dated.into_iter().map(|(_, event)| event);
        dated.chain(self.undated).collect()
    }
}

impl Event {
    /// Adds something to know.
    fn detail(mut self, sentence: impl Into<Phrase>) -> Event {
        let sentence = sentence.into();
        let gap = if self.detail.is_empty() || sentence.is_empty() {
            ""
        } else {
            " "
        };
        self.detail = self.detail.text(gap).then(sentence);
        self
    }

    /// Adds where a rule comes from; each address once.
    fn source(mut self, sources: Sources) -> Event {
        for source in sources.iter() {
            if !self.sources.contains(&source) {
                self.sources.push(source);
            }
        }
        self
    }

    /// Adds where a stay and its length come from.
    fn sources(self, stay: Option<&'static Stay>) -> Event {
        let Some(stay) = stay else { return self };
        let event = self.source(stay.sources());
        match stay.length_sources() {
            Some(sources) => event.source(sources),
            None => event,
        }
    }
}
