import Foundation
import Tokens

/// Where a report is, from the places chosen so far for its names and from the peoples it mentions.
struct PlaceEvidence {
    /// One name's chosen place, weighted by how often the report uses the name.
    struct Vote {
        let name: Int
        let entry: PlaceIndex.Entry
        let weight: Double
    }

    private let votes: [Vote]
    private var countries: [PlaceIndex.CountryID: Double]
    private var units: [PlaceIndex.ID: Double] = [:]
    private var total: Double

    /// - Parameter hints: places in the names of organisations, which count half.
    init(votes: [Vote], peoples: [PlaceIndex.CountryID: Double], hints: [PlaceIndex.Entry]) {
        self.votes = votes
        countries = peoples.mapValues { $0.squareRoot() }
        total = countries.values.reduce(0, +)
        for hint in hints {
            guard let country = hint.country else { continue }
            countries[country, default: 0] += 0.5
            total += 0.5
            if let unit = PlaceEvidence.unit(of: hint) { units[unit, default: 0] += 0.5 }
        }
        for vote in votes {
            guard let country = vote.entry.country else { continue }
            countries[country, default: 0] += vote.weight
            total += vote.weight
            if let unit = PlaceEvidence.unit(of: vote.entry) { units[unit, default: 0] += vote.weight }
        }
    }

    private static func unit(of entry: PlaceIndex.Entry) -> PlaceIndex.ID? {
        entry.kind == .admin1 ? entry.id : entry.admin1
    }

    /// The share of the other names' votes that lie in the candidate's country, 0 to 1.
    func share(ofCountryOf candidate: PlaceIndex.Entry, leaving name: Int) -> Double {
        guard let country = candidate.country else { return 0 }
        let own = votes.first { $0.name == name }
        let ownWeight = own?.entry.country == nil ? 0 : own?.weight ?? 0
        let same = (countries[country] ?? 0) - (own?.entry.country == country ? ownWeight : 0)
        return same / (total - ownWeight + 0.5)
    }

    /// The share of the other names' votes that lie in the candidate's first-level unit, 0 to 1.
    func share(ofUnitOf candidate: PlaceIndex.Entry, leaving name: Int) -> Double {
        guard let unit = PlaceEvidence.unit(of: candidate) else { return 0 }
        let own = votes.first { $0.name == name }
        let ownWeight = own?.entry.country == nil ? 0 : own?.weight ?? 0
        let ownUnit = (own.map { PlaceEvidence.unit(of: $0.entry) } ?? nil) == unit
        return ((units[unit] ?? 0) - (ownUnit ? ownWeight : 0)) / (total - ownWeight + 0.5)
    }

    /// How near the other names' places are, 0 to 1: full for one at the same point, a third of it at 100 km.
    func nearness(of candidate: PlaceIndex.Entry, leaving name: Int) -> Double {
        var sum = 0.0
        for vote in votes where vote.name != name && !vote.entry.kind.isWide && vote.entry.kind != .admin1 {
            let kilometres = distance(
                candidate.latitude, candidate.longitude, vote.entry.latitude, vote.entry.longitude)
            sum += exp(-kilometres / 90)
        }
        return min(1, sum)
    }
}
