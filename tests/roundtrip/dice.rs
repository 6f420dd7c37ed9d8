//! Dice: random choices in a fixed order, each shrinking to 0 by itself; dates as machines write them.

/// A row of dice, thrown by proptest.
pub struct Dice<'d>(std::slice::Iter<'d, u32>);

impl<'d> Dice<'d> {
    pub fn new(dice: &'d [u32]) -> Self {
        Dice(dice.iter())
    }

    fn next(&mut self) -> u32 {
        self.0.next().copied().unwrap_or_default()
    }

    /// One of `sides` numbers from 0.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.next() as usize % sides
    }

    /// A count up to `most`; small, round and long ones alike.
    pub fn count(&mut self, most: u32) -> u32 {
        let die = self.next();
        match die % 4 {
            0 => die / 4 % (most + 1),
            1 => die / 4 % (most.min(12) + 1),
            2 => most,
            _ => most / 2,
        }
    }

    /// Four dice as one number.
    pub fn wide(&mut self) -> u128 {
        (0..4).fold(0, |wide, _| wide << 32 | u128::from(self.next()))
    }

    /// An extended PID.
    pub fn pid(&mut self) -> String {
        const BUILDS: [u32; 6] = [19045, 7601, 9200, 9600, 17763, 26100];
        const LANGUAGES: [u32; 4] = [1033, 1031, 1041, 2052];
        let (wide, day) = (self.wide(), 1 + self.roll(365));
        format!(
            "{:05}-{:05}-{:03}-{:06}-{:02}-{}-{}.0000-{day:03}{}",
            [3612, 6401, 55041][self.roll(3)],
            206 + wide % 5000,
            wide / 5000 % 1000,
            123 + wide / 77 % 900_000,
            [3, 0, 2, 1][self.roll(4)],
            LANGUAGES[self.roll(4)],
            BUILDS[self.roll(6)],
            2012 + self.roll(15),
        )
    }

    pub fn moment(&mut self) -> Moment {
        Moment {
            year: 2009 + self.roll(22),
            month: 1 + self.roll(12),
            day: 1 + self.roll(28),
            hour: self.roll(24),
            minute: self.roll(60),
            second: self.roll(60),
        }
    }
}

/// A moment of a local clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub year: usize,
    pub month: usize,
    pub day: usize,
    pub hour: usize,
    pub minute: usize,
    pub second: usize,
}

/// How many ways of writing dates `Moment::write` knows.
pub const STYLES: usize = 9;

impl Moment {
    /// As VBScript writes it in the regional settings number `style`: midnight is the date alone.
    pub fn write(self, style: usize) -> String {
        let Moment {
            year, month, day, ..
        } = self;
        let date = match style {
            0 => format!("{month}/{day}/{year}"),
            1 => format!("{day:02}/{month:02}/{year}"),
            2 => format!("{day:02}.{month:02}.{year}"),
            3 => format!("{year}-{month:02}-{day:02}"),
            4 => format!("{year}/{month:02}/{day:02}"),
            5 => format!("{day}-{month}-{year}"),
            6 => format!("{year}-{month:02}-{day:02}"),
            7 => format!("{day}. {month}. {year}"),
            _ => format!("{day}/{month}/{}", year + 543),
        };
        let time = self.time(style);
        if time.is_empty() {
            date
        } else {
            format!("{date} {time}")
        }
    }

    fn time(self, style: usize) -> String {
        let Moment {
            hour,
            minute,
            second,
            ..
        } = self;
        if (hour, minute, second) == (0, 0, 0) {
            return String::new();
        }
        let twelve = (hour + 11) % 12 + 1;
        match style {
            0 => format!(
                "{twelve}:{minute:02}:{second:02} {}",
                if hour < 12 { "AM" } else { "PM" }
            ),
            6 => format!(
                "{} {twelve}:{minute:02}:{second:02}",
                if hour < 12 { "오전" } else { "오후" }
            ),
            4 | 7 | 8 => format!("{hour}:{minute:02}:{second:02}"),
            _ => format!("{hour:02}:{minute:02}:{second:02}"),
        }
    }
}
