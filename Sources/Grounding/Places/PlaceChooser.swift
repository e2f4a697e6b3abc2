import Foundation
import Tokens

/// Weights of the evidence for a place, on the scale of the decimal logarithm of a population.
struct PlaceWeights: Sendable {
    /// All other names of the report lie in its country, in its first-level unit.
    var country = 2.4
    var unit = 2.2
    /// Another place of the report is at the same point.
    var near = 1.8
    /// The text names the unit that holds it ('Paris, Texas').
    var within = 4.5
    /// The text names its kind ('Anbar province').
    var kind = 2.0
    /// It stands in a list with places of its kind and country.
    var list = 1.5
    /// The name is only one of its variants.
    var variant = -1.5
    var capital = 1.2
}

/// Chooses an entry for every toponym of one report: the more prominent, the nearer to the report's other places, the
/// one that the words beside it ask for; one and the same for every use of a name.
struct PlaceChooser {
    private struct Name {
        let candidates: [(entry: PlaceIndex.Entry, prior: Double)]
        var chosen: Int
        var uses = 1
        var kinds: Set<PlaceKind>
        /// Names that stand after it as the place that holds it.
        var containers: [Int] = []
        /// Names before it of places that it may hold.
        var contents: [Int] = []
        /// Names beside it in a list.
        var neighbours: [Int] = []
    }

    private let text: ToponymText
    private let weights: PlaceWeights
    private var names: [Name] = []
    /// The name of each toponym.
    private var nameOf: [Int] = []
    private var peoples: [PlaceIndex.CountryID: Double] = [:]
    private let hints: [PlaceIndex.Entry]

    /// - Parameter hints: places in the names of organisations.
    init(_ text: ToponymText, _ toponyms: [Toponym], hints: [PlaceIndex.ID], weights: PlaceWeights = PlaceWeights()) {
        self.text = text
        self.weights = weights
        self.hints = hints.map(text.index.entry)
        collect(toponyms)
        relate(toponyms)
        for token in text.doc.tokens where token.entity.label == .norp {
            if let country = text.index.country(ofPeople: StringKey(token.lower)) { peoples[country, default: 0] += 1 }
        }
    }

    /// One place for each toponym; `nil` where no entry bears the name.
    mutating func places() -> [PlaceIndex.ID?] {
        for _ in 0..<4 {
            let votes = names.indices.compactMap { name in
                choice(name).map {
                    PlaceEvidence.Vote(name: name, entry: $0, weight: Double(names[name].uses).squareRoot())
                }
            }
            let evidence = PlaceEvidence(votes: votes, peoples: peoples, hints: hints)
            let before = names.map(\.chosen)
            for name in names.indices where names[name].candidates.count > 1 {
                names[name].chosen = best(name, evidence)
            }
            if names.map(\.chosen) == before { break }
        }
        return nameOf.map { choice($0)?.id }
    }

    private func choice(_ name: Int) -> PlaceIndex.Entry? {
        names[name].candidates.isEmpty ? nil : names[name].candidates[names[name].chosen].entry
    }

    private mutating func collect(_ toponyms: [Toponym]) {
        var known: [StringKey: Int] = [:]
        for toponym in toponyms {
            if toponym.unit == nil, let name = known[toponym.key] {
                names[name].uses += 1
                names[name].kinds.formUnion(toponym.kinds)
                nameOf.append(name)
                continue
            }
            var candidates = toponym.matches.map { match in
                let entry = text.index.entry(match.id)
                return (entry: entry, prior: prior(entry, isVariant: match.isVariant))
            }
            if let unit = toponym.unit {
                candidates = [(text.index.entry(unit), 0)]
            } else {
                known[toponym.key] = names.count
            }
            if candidates.contains(where: { $0.entry.kind == .country }) {
                // A country's name is no town's in another language.
                candidates = zip(candidates, toponym.matches).filter { $0.entry.kind != .city || !$1.isVariant }.map(
                    \.0)
            }
            let first = candidates.indices.max { candidates[$0].prior < candidates[$1].prior } ?? 0
            nameOf.append(names.count)
            names.append(Name(candidates: candidates, chosen: first, kinds: toponym.kinds))
        }
    }

    /// Notes what stands beside a name: 'Paris, Texas', 'Paris (Texas)', 'Pandi in Bulacan'; 'Kansas, Iowa and Utah'.
    private mutating func relate(_ toponyms: [Toponym]) {
        for inner in toponyms.indices.dropLast() {
            let start = toponyms[inner].tokens.upperBound
            let end = toponyms[inner + 1].tokens.lowerBound
            guard start < end, end - start <= 3 else { continue }
            let words = (start..<end).map(text.lower)
            if words == [","] || words == ["("] || words[0] == "in" || words[0] == "of" {
                names[nameOf[inner]].containers.append(nameOf[inner + 1])
                names[nameOf[inner + 1]].contents.append(nameOf[inner])
            }
            if words == [","] || words.last == "and" || words.last == "or" {
                names[nameOf[inner]].neighbours.append(nameOf[inner + 1])
                names[nameOf[inner + 1]].neighbours.append(nameOf[inner])
            }
        }
    }

    private func prior(_ entry: PlaceIndex.Entry, isVariant: Bool) -> Double {
        let population = log10(Double(entry.population) + 300)
        switch entry.kind {
        case .city: return population + (isVariant ? weights.variant : 0) + (entry.isCapital ? weights.capital : 0)
        case .country: return population + 1.6
        case .continent, .ocean, .sea: return 9
        case .admin1: return min(6.5, population) - 0.3
        case .admin2: return population - 1
        case .region, .union, .historical, .disputed, .corridor, .border: return entry.country == nil ? 9 : 6.5
        default: return 5.7
        }
    }

    private func best(_ name: Int, _ evidence: PlaceEvidence) -> Int {
        let own = names[name]
        let containers = own.containers.compactMap(choice)
        let contents = own.contents.compactMap(choice)
        let neighbours = own.neighbours.compactMap(choice)
        var best = (score: -Double.infinity, position: 0)
        for (position, candidate) in own.candidates.enumerated() {
            let entry = candidate.entry
            var score = candidate.prior
            if own.kinds.contains(entry.kind) { score += weights.kind }
            if containers.contains(where: { text.index.contains(entry.id, within: $0.id) }) { score += weights.within }
            if contents.contains(where: { text.index.contains($0.id, within: entry.id) }) { score += weights.within }
            if neighbours.contains(where: { $0.kind == entry.kind && $0.country == entry.country }), entry.kind != .city
            {
                score += weights.list
            }
            score += weights.country * evidence.share(ofCountryOf: entry, leaving: name)
            if entry.kind == .country {
                score += weights.unit * evidence.share(ofCountryOf: entry, leaving: name)
            } else {
                score += weights.unit * evidence.share(ofUnitOf: entry, leaving: name)
                score += weights.near * evidence.nearness(of: entry, leaving: name)
            }
            if score > best.score { best = (score, position) }
        }
        return best.position
    }
}
