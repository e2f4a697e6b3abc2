import Foundation

/// The thread of time through a story: which year each date without a year is in, and which dates with a year stand
/// beside the thread ("as he had said in 1945", "(1998)") and do not move it.
///
/// A story mostly goes forward. Of all ways to read its dates the cheapest is taken: small steps forward cost little,
/// steps back more, and so does leaving a date out of the thread. The search keeps a beam of readings.
struct Storyline: Sendable, Equatable {
    /// One date as the thread sees it.
    enum Mention: Sendable, Equatable {
        /// A date with its year; `month` is 1...12, `nil` for a bare year.
        case dated(year: Int, month: Int?)
        /// A date without one.
        case undated(month: Int)
        /// "two years later", "the next year".
        case step(years: Int)
    }

    /// Years of the undated mentions, by position among the mentions.
    private(set) var years: [Int: Int] = [:]
    /// Positions of dated mentions that stand beside the thread.
    private(set) var asides: Set<Int> = []

    private struct Reading {
        var year: Int
        var month: Int?
        var cost: Double
        /// The year of an aside just passed, which an undated date may still belong to.
        var asideYear: Int?
        /// Index into the trail of choices.
        var trail: Int
    }

    private struct Choice {
        let mention: Int
        let year: Int?
        let isAside: Bool
        let previous: Int
    }

    init(_ mentions: [Mention]) {
        var trail: [Choice] = []
        var beam = Storyline.openings(mentions).map { year in
            Reading(year: year, month: nil, cost: 0, asideYear: nil, trail: -1)
        }
        guard !beam.isEmpty else { return }
        for (index, mention) in mentions.enumerated() {
            var next: [Reading] = []
            for reading in beam {
                func choose(_ year: Int?, isAside: Bool, _ reading: Reading) {
                    var reading = reading
                    trail.append(Choice(mention: index, year: year, isAside: isAside, previous: reading.trail))
                    reading.trail = trail.count - 1
                    next.append(reading)
                }
                switch mention {
                case .dated(let year, let month):
                    var onThread = reading
                    onThread.cost += Storyline.cost(from: reading, year, month)
                    (onThread.year, onThread.month, onThread.asideYear) = (year, month, nil)
                    choose(nil, isAside: false, onThread)
                    var beside = reading
                    beside.cost += month == nil ? Storyline.yearAside : Storyline.dateAside
                    beside.asideYear = year
                    choose(nil, isAside: true, beside)
                case .undated(let month):
                    for change in -1...1 {
                        let year = CalendarPoint.year(reading.year, plus: change)
                        var moved = reading
                        moved.cost += Storyline.cost(from: reading, year, month)
                        (moved.year, moved.month, moved.asideYear) = (year, month, nil)
                        choose(year, isAside: false, moved)
                    }
                    if let year = reading.asideYear {
                        var beside = reading
                        beside.cost += Storyline.asideGoesOn
                        choose(year, isAside: true, beside)
                    }
                case .step(let count):
                    var moved = reading
                    moved.year = CalendarPoint.year(reading.year, plus: count)
                    if abs(count) > 0 { moved.month = nil }
                    next.append(moved)
                }
            }
            beam = Storyline.best(next)
        }
        guard let best = beam.min(by: { $0.cost < $1.cost }) else { return }
        var position = best.trail
        while position >= 0 {
            let choice = trail[position]
            if let year = choice.year { years[choice.mention] = year }
            if choice.isAside { asides.insert(choice.mention) }
            position = choice.previous
        }
    }

    private static let yearAside = 2.0
    private static let dateAside = 3.0
    private static let asideGoesOn = 0.8
    private static let width = 24

    /// The years a story may begin with: those of its first dated mentions.
    private static func openings(_ mentions: [Mention]) -> [Int] {
        var years: [Int] = []
        for case .dated(let year, _) in mentions where !years.contains(year) {
            years.append(year)
            if years.count == 3 { break }
        }
        return years
    }

    /// The best readings, one for each point in time the thread may have come to.
    private static func best(_ readings: [Reading]) -> [Reading] {
        var kept: [Reading] = []
        for reading in readings.sorted(by: { $0.cost < $1.cost }) where kept.count < width {
            let isThere = kept.contains {
                $0.year == reading.year && $0.month == reading.month && $0.asideYear == reading.asideYear
            }
            if !isThere { kept.append(reading) }
        }
        return kept
    }

    private static func cost(from reading: Reading, _ year: Int, _ month: Int?) -> Double {
        let years = CalendarPoint.astronomical(year) - CalendarPoint.astronomical(reading.year)
        let months: Double
        switch (reading.month, month) {
        case (let from?, let to?): months = Double(years * 12 + to - from)
        case (nil, let to?):
            months = years == 0 ? 0 : years > 0 ? Double(years * 12 + to - 12) : Double(years * 12 + to)
        case (_, nil): months = Double(years * 12)
        }
        if months >= 0 { return 0.7 * log2(1 + months / 2) }
        return 0.8 + 0.8 * log2(1 - months / 5)
    }
}
