//! What many findings about a product share: its next commands, and how much is left of a countdown.

use time::{Duration, PrimitiveDateTime};

use super::{Case, Finding, Severity};
use crate::{
    card::Step,
    command::{self, Command, Host},
    id::printed_date::{self, PrintedDate},
    kb::threshold::KMS_PORT,
    phrase::Phrase,
    product::{Era, Family},
    sensitive,
    state::LicenseStatus,
    suspicion::Suspicion,
    wording::{states, steps as say_steps},
};

impl Case<'_> {
    /// What to type next for this product in its state, as its card shows it.
    pub fn next_steps(&self) -> Vec<Step> {
        let mut steps = command::steps(self.product, &self.about);
        self.tag(&mut steps);
        steps
    }

    /// The step that prints the state of this product again.
    pub fn look(&self, why: &'static str) -> Step {
        match self.identity.family {
            Family::Windows | Family::WindowsServer => self.step(Command::Dlv(None), why),
            Family::Office if !self.is_host() => self
                .step(Command::OsppDstatus(self.about.office_folder), why)
                .note(say_steps::OSPP_NOTE),
            _ => {
                let id = self.product.activation_id;
                self.step(id.map_or(Command::DlvAll, |id| Command::Dlv(Some(id))), why)
            }
        }
    }

    /// The step that installs a key for this product.
    pub fn install_key(&self, why: &'static str) -> Step {
        if self.identity.family == Family::Office && !self.is_host() {
            self.step(Command::OsppInpkey(self.about.office_folder), why)
        } else {
            self.step(Command::Ipk, why)
        }
    }

    /// The step that asks whoever activates this product, now.
    pub fn renew(&self, why: &'static str) -> Step {
        if self.identity.family == Family::Office && !self.is_host() {
            self.step(Command::OsppAct(self.about.office_folder), why)
        } else {
            let id = match self.identity.family {
                Family::Windows | Family::WindowsServer => None,
                _ => self.product.activation_id,
            };
            self.step(Command::Ato(id), why)
        }
    }

    /// The step that tests the port of a KMS host.
    pub fn test_port(&self, host: Host<'_>, port: Option<u16>, why: &'static str) -> Step {
        let test = Command::TestPort {
            host,
            port: port.unwrap_or(KMS_PORT.value as u16),
            old: matches!(self.about.era, Some(Era::Vista | Era::Seven)),
        };
        self.step(test, why)
    }

    /// The steps of a client that look for its KMS host: DNS or the host that is set, its port, the log.
    pub fn look_for_host(&self) -> Vec<Step> {
        let mut steps = command::host_steps(self.product, &self.about);
        self.tag(&mut steps);
        steps
    }

    /// The steps that look into an odd activation.
    pub fn look_into(&self, suspicion: Suspicion) -> Vec<Step> {
        let mut steps = command::look_into(suspicion, self.product);
        self.tag(&mut steps);
        steps
    }

    fn tag(&self, steps: &mut [Step]) {
        for step in steps {
            step.tagged = sensitive::command(&step.command, self.product);
        }
    }

    /// Whether it has a state in which it waits to be activated, and a key as far as the paste shows.
    pub fn waits(&self) -> bool {
        let status = self.product.license_status;
        self.product.in_use != Some(false)
            && status.is_some_and(|status| status != LicenseStatus::Licensed)
    }

    /// How bad it is that this product is not activated: in a grace period it works for now.
    pub fn urgency(&self) -> Severity {
        use LicenseStatus::{ExtendedGrace, OobGrace, OotGrace};
        match self.product.license_status {
            Some(OobGrace | OotGrace | ExtendedGrace) if self.left() != Some(0) => {
                Severity::ActSoon
            }
            _ => Severity::Blocks,
        }
    }

    /// When the output was printed: its Trusted time where that is one date, else `now`. A date with two readings is
    /// settled by a `now` within a day of one of them.
    pub fn printed_at(&self) -> Option<PrimitiveDateTime> {
        let now = self.paste.now;
        match self.product.trusted_time.as_deref().map(printed_date::read) {
            Some(PrintedDate::Certain(moment)) => Some(moment),
            Some(PrintedDate::Ambiguous {
                month_first,
                day_first,
            }) => {
                let now = now?;
                let near = |moment: PrimitiveDateTime| (now - moment).abs() <= Duration::DAY;
                match (near(month_first), near(day_first)) {
                    (true, false) => Some(month_first),
                    (false, true) => Some(day_first),
                    _ => None,
                }
            }
            Some(PrintedDate::Unreadable) => None,
            Some(PrintedDate::Unset) | None => now,
        }
    }

    /// When the countdown ends: as printed, else counted from the printing; `None` where neither is certain.
    pub fn ends(&self) -> Option<PrimitiveDateTime> {
        let Some(minutes) = self.product.minutes_remaining else {
            return match printed_date::read(self.product.expires.at.as_deref()?) {
                PrintedDate::Certain(end) => Some(end),
                _ => None,
            };
        };
        self.printed_at()?
            .checked_add(Duration::minutes(i64::from(minutes)))
    }

    /// Minutes left of the countdown: at `now`, where it is known and not before the printing; else as printed. 0 where it
    /// is over by then.
    pub fn left(&self) -> Option<u32> {
        let now = self.paste.now;
        let Some(printed) = self.product.minutes_remaining else {
            let minutes = (self.ends()? - now?).whole_minutes().max(0);
            return u32::try_from(minutes).ok();
        };
        let since = now.zip(self.printed_at());
        let gone = since.map_or(0, |(now, from)| (now - from).whole_minutes().max(0));
        Some(printed.saturating_sub(u32::try_from(gone).unwrap_or(u32::MAX)))
    }

    /// Whether `now` is more than a day after the printing: then much can have changed.
    pub fn is_old(&self) -> bool {
        let both = self.paste.now.zip(self.printed_at());
        both.is_some_and(|(now, from)| now - from > Duration::DAY)
    }

    /// A finding about its license state: what people notice, what comes next, and what to type. The lines are those of the
    /// state, the reason and the time.
    pub fn of_state(
        &self,
        code: &'static str,
        severity: Severity,
        sentence: impl Into<Phrase>,
    ) -> Finding {
        let finding = self
            .finding(
                code,
                severity,
                sentence,
                &["licenseStatus", "reasonCode", "minutesRemaining"],
            )
            .steps(self.next_steps());
        match self.product.license_status {
            Some(status) => {
                let text = states::state(status, &self.about);
                finding.background(text.people).background(text.next)
            }
            None => finding,
        }
    }
}

impl Finding {
    /// What to do next, in order.
    pub(super) fn steps(mut self, steps: Vec<Step>) -> Finding {
        self.steps.extend(steps);
        self
    }
}
