import EventCoding
import Grounding
import Lexicon

/// Whom and what invented reports tell of: real countries and units, invented names.
struct World: Sendable {
    struct Country: Sendable {
        let state: Actor
        let actors: Weighted<Actor>
        let places: Weighted<Place>
    }
    let countries: Weighted<Country>
    let words: Weighted<String>
    let publishers: Weighted<String>
    let types: Weighted<EventType>
    let statuses: Weighted<Status>
    let ontology: Ontology

    init(data: DataFolder, choices: inout SeededChoices) throws {
        let units = try Table(contentsOf: data.file("places/admin1.tsv"))
        var places: [String: [Place]] = [:]
        for row in units.rows {
            guard let latitude = Double(row.fields[4]), let longitude = Double(row.fields[5]) else { continue }
            places[row.fields[0], default: []].append(
                Place(
                    name: row.fields[2], country: row.fields[0], admin1: row.fields[2], latitude: latitude,
                    longitude: longitude, kind: .admin1))
        }
        let table = try Table(contentsOf: data.file("places/countries.tsv"))
        var countries: [(Country, weight: Double)] = []
        for row in table.rows {
            let code = row.fields[0]
            guard let latitude = Double(row.fields[6]), let longitude = Double(row.fields[7]),
                let population = Double(row.fields[8])
            else { continue }
            let state = Actor(name: row.fields[2], country: code)
            let land = Place(
                name: row.fields[2], country: code, latitude: latitude, longitude: longitude,
                geonames: Int(row.fields[9]), kind: .country)
            let people = (0..<60).map { _ in
                let sectors = [choices.one(of: Sector.allCases)]
                return Actor(
                    name: World.name(&choices) + " " + World.name(&choices), country: code,
                    sectors: choices.happens(0.2) ? sectors + [.opposition] : sectors)
            }
            countries.append(
                (
                    Country(
                        state: state, actors: Weighted(byRank: people),
                        places: Weighted(byRank: [land] + (places[code] ?? []))),
                    weight: population.squareRoot()
                ))
        }
        self.countries = Weighted(countries)
        words = Weighted(byRank: (0..<8000).map { _ in World.name(&choices).lowercased() })
        publishers = Weighted(byRank: (0..<400).map { _ in World.name(&choices) + " Post" })
        ontology = try Ontology(data: data)
        types = Weighted([
            (.consult, 20), (.accuse, 15), (.coerce, 12), (.assault, 11), (.support, 8), (.agree, 8), (.request, 6),
            (.protest, 5), (.reject, 4), (.cooperate, 3), (.threaten, 3), (.sanction, 3), (.aid, 3), (.retreat, 3),
            (.mobilize, 2), (.concede, 1),
        ])
        statuses = Weighted([
            (.actual, 78), (.hypothetical, 7), (.future, 6), (.historical, 5), (.negated, 4),
        ])
    }

    private static func name(_ choices: inout SeededChoices) -> String {
        let syllables = (0..<2 + choices.below(2)).map { _ in
            choices.one(of: Array("bdfghjklmnprstvz").map(String.init))
                + choices.one(of: Array("aeiou").map(String.init))
        }
        let text = syllables.joined()
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
