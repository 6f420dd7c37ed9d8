//! What a KMS host's log says of its clients: who asked, for what, how often, and which of them are clones of one image.
//!
//! Only 12290 counts: each is one request that the host worked on. A CMID belongs to one installation; the same one under several
//! machine names means that an image was copied without being generalised.

use std::collections::HashMap;

use uuid::Uuid;

use crate::{
    kb::activation_id::{self, KnownActivationId},
    reading::{Event, EventFields},
    state::LicenseStatus,
};

/// What a log says. Lists are in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary<'e> {
    /// How many requests there are.
    pub requests: usize,
    /// How many of them have no readable CMID.
    pub without_id: usize,
    /// The times of the first and the last request in the text, as printed: when logged, or else the client's own.
    pub span: Option<(&'e str, &'e str)>,
    /// One entry for each CMID.
    pub clients: Vec<Client<'e>>,
    /// Indexes in `clients` of those with several machine names.
    pub clones: Vec<usize>,
    /// Machine names with several CMIDs: indexes in `clients`.
    pub several_ids: Vec<(&'e str, Vec<usize>)>,
    /// One entry for each Activation ID.
    pub products: Vec<ProductCount>,
    /// Requests by generation ("Office 2016"), of known products.
    pub generations: Vec<(&'static str, usize)>,
    /// Failed requests by code.
    pub failures: Vec<(u32, usize)>,
}

/// A client, told by its CMID.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Client<'e> {
    /// Its CMID.
    pub id: Uuid,
    /// Its names as printed; letter case does not count.
    pub names: Vec<&'e str>,
    /// How many requests it sent.
    pub requests: usize,
    /// The times of its first and last request in the text, as printed.
    pub span: Option<(&'e str, &'e str)>,
    /// What it asked for: indexes in `products`.
    pub products: Vec<usize>,
    /// Its license state in the last request that tells one.
    pub license_status: Option<LicenseStatus>,
    /// Whether it runs in a virtual machine, by the last request that tells.
    pub virtual_machine: Option<bool>,
}

/// A product and who asked for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProductCount {
    /// Its Activation ID.
    pub id: Uuid,
    /// What is known of it.
    pub known: Option<&'static KnownActivationId>,
    /// How many requests there are.
    pub requests: usize,
    /// From how many clients.
    pub clients: usize,
}

/// Sums up a log in one pass.
pub fn summary<'e>(events: &'e [Event<'_>]) -> Summary<'e> {
    let mut sum = Summary::default();
    let mut seen = Seen::default();
    let mut names: HashMap<String, usize> = HashMap::new();
    for event in events {
        let EventFields::RequestProcessed(request) = &event.fields else {
            continue;
        };
        sum.requests += 1;
        let time = event.logged.as_deref().or(request.client_time.as_deref());
        extend(&mut sum.span, time);
        if let Some(code) = request.hresult.filter(|code| *code != 0) {
            let (place, new) = seen.place(Of::Code, code.into(), sum.failures.len());
            if new {
                sum.failures.push((code, 0));
            }
            sum.failures[place].1 += 1;
        }
        let product = request.activation_id.map(|id| {
            let (place, new) = seen.place(Of::Product, id.as_u128(), sum.products.len());
            if new {
                sum.products.push(ProductCount {
                    id,
                    known: activation_id::find(id),
                    requests: 0,
                    clients: 0,
                });
            }
            place
        });
        if let Some(product) = product {
            sum.products[product].requests += 1;
        }
        let Some(id) = request.client_machine_id else {
            sum.without_id += 1;
            continue;
        };
        let (place, new) = seen.place(Of::Client, id.as_u128(), sum.clients.len());
        if new {
            sum.clients.push(Client {
                id,
                ..Client::default()
            });
        }
        let client = &mut sum.clients[place];
        client.requests += 1;
        extend(&mut client.span, time);
        client.license_status = request.license_status.or(client.license_status);
        client.virtual_machine = request.virtual_machine.or(client.virtual_machine);
        if let Some(product) = product
            && seen.place(Of::Asked, pair(place, product), 0).1
        {
            client.products.push(product);
            sum.products[product].clients += 1;
        }
        if let Some(name) = request.client_name.as_deref() {
            let owner = names.entry(name.to_ascii_lowercase());
            let owner = *owner.or_insert_with(|| {
                sum.several_ids.push((name, Vec::new()));
                sum.several_ids.len() - 1
            });
            if seen.place(Of::Named, pair(place, owner), 0).1 {
                client.names.push(name);
                sum.several_ids[owner].1.push(place);
            }
        }
    }
    sum.several_ids.retain(|(_, clients)| clients.len() > 1);
    sum.clones = (0..)
        .zip(&sum.clients)
        .filter(|(_, client)| are_several(&client.names))
        .map(|(place, _)| place)
        .collect();
    for product in &sum.products {
        let Some(known) = product.known else { continue };
        match sum
            .generations
            .iter_mut()
            .find(|(name, _)| *name == known.generation)
        {
            Some((_, count)) => *count += product.requests,
            None => sum.generations.push((known.generation, product.requests)),
        }
    }
    sum
}

/// What a number is of.
#[derive(PartialEq, Eq, Hash)]
enum Of {
    Client,
    Product,
    Code,
    /// A client and a product that it asked for.
    Asked,
    /// A client and a name that it gave.
    Named,
}

/// Where what was seen before stands in its list. One map for all: each type of key is 2 KB of WebAssembly.
#[derive(Default)]
struct Seen(HashMap<(Of, u128), usize>);

impl Seen {
    /// Its place, and whether it is new and takes the place `next`.
    #[inline(never)]
    fn place(&mut self, of: Of, number: u128, next: usize) -> (usize, bool) {
        let known = self.0.len();
        let place = *self.0.entry((of, number)).or_insert(next);
        (place, self.0.len() > known)
    }
}

fn pair(one: usize, other: usize) -> u128 {
    (one as u128) << 64 | other as u128
}

fn extend<'e>(span: &mut Option<(&'e str, &'e str)>, time: Option<&'e str>) {
    if let Some(time) = time {
        *span = Some((span.map_or(time, |(first, _)| first), time));
    }
}

/// Whether the names are of several machines. A machine may give its name with its domain once and without another time.
fn are_several(names: &[&str]) -> bool {
    let Some((first, others)) = names.split_first() else {
        return false;
    };
    let label = |name: &str| {
        name.split('.')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    let same = label(first);
    others.iter().any(|name| label(name) != same)
        || names.iter().filter(|name| name.contains('.')).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    const A: &str = "11111111-2222-3333-4444-555555555501";
    const B: &str = "11111111-2222-3333-4444-555555555502";
    const OFFICE: &str = "d450596f-894d-49e0-966a-fd39ed4c4c64";

    fn line(code: &str, name: &str, id: &str, day: u32) -> String {
        format!(
            "An activation request has been processed.\nInfo:\n{code},5,{name},{id},2026/9/{day} 10:00,1,1,259200,{OFFICE}\n\n"
        )
    }

    #[test]
    fn clones_and_several_ids_are_told() {
        let text = [
            line("0x0", "PC01", A, 1),
            line("0x0", "pc01.example.com", A, 2),
            line("0xC004F06C", "PC02", B, 3),
            line("0x0", "PC03", B, 4),
            line("0x0", "PC02", A, 5),
        ]
        .concat();
        let reading = read(&text);
        let sum = summary(&reading.events);
        assert_eq!((sum.requests, sum.clients.len(), sum.without_id), (5, 2, 0));
        assert_eq!(sum.span, Some(("2026/9/1 10:00", "2026/9/5 10:00")));
        assert_eq!(sum.clients[0].names, ["PC01", "pc01.example.com", "PC02"]);
        assert_eq!(sum.clients[1].names, ["PC02", "PC03"]);
        assert_eq!(sum.clones, [0, 1]);
        assert_eq!(sum.several_ids, [("PC02", vec![1, 0])]);
        assert_eq!(sum.failures, [(0xC004_F06C, 1)]);
        assert_eq!(sum.generations, [("Office 2016", 5)]);
        assert_eq!((sum.products[0].requests, sum.products[0].clients), (5, 2));
        assert_eq!(sum.clients[0].virtual_machine, Some(true));
        assert_eq!(sum.clients[0].license_status, Some(LicenseStatus::Licensed));
    }

    #[test]
    fn a_short_name_and_a_full_one_are_one_machine() {
        assert!(!are_several(&["PC01", "pc01.example.com"]));
        assert!(are_several(&["pc01.a.example.com", "pc01.b.example.com"]));
        assert!(are_several(&["PC01", "PC02"]));
        assert!(!are_several(&["PC01"]));
        assert!(!are_several(&[]));
    }

    #[test]
    fn other_records_do_not_count() {
        assert_eq!(summary(&[]), Summary::default());
    }
}
