import Dates

/// A person or organisation that the knowledge tables know by name, with what it was and when.
struct NamedActor: Sendable, Equatable {
    /// One row of a table: a country, sectors and office for a time. `nil` bounds are open.
    struct Period: Sendable, Equatable {
        let country: String?
        let sectors: [Sector]
        let role: String?
        let from: CalendarDate?
        let to: CalendarDate?

        func holds(on date: CalendarDate) -> Bool {
            (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
        }
    }
    /// What it is on one day.
    struct Standing: Sendable, Equatable {
        let country: String?
        let sectors: [Sector]
        let role: String?
        /// Whether the last office known has ended.
        let isFormer: Bool
    }
    let name: String
    let isWoman: Bool
    /// In order of their beginning.
    var periods: [Period]

    /// A person out of office is former elite; one whose first office is still to come has a country and no sector.
    /// - Parameter date: `nil` stands for the time of the last period.
    func standing(on date: CalendarDate?, isPerson: Bool) -> Standing {
        guard let last = periods.last else { return Standing(country: nil, sectors: [], role: nil, isFormer: false) }
        guard let date else { return Standing(period: last, isFormer: false) }
        if let now = periods.last(where: { $0.holds(on: date) }) { return Standing(period: now, isFormer: false) }
        let past = periods.last { $0.to.map { $0 < date } ?? false }
        guard isPerson else { return Standing(period: past ?? periods[0], isFormer: past != nil) }
        guard let past else { return Standing(country: periods[0].country, sectors: [], role: nil, isFormer: false) }
        let wasElite = past.sectors.contains {
            [.government, .legislature, .military, .judiciary, .intelligence].contains($0)
        }
        return Standing(
            country: past.country, sectors: wasElite ? [.formerElite] : past.sectors,
            role: past.role.map { wasElite ? "former \($0)" : $0 }, isFormer: wasElite)
    }
}

extension NamedActor.Standing {
    init(period: NamedActor.Period, isFormer: Bool) {
        self.init(country: period.country, sectors: period.sectors, role: period.role, isFormer: isFormer)
    }
}

extension CalendarDate {
    /// The first day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    init?(firstDayOf text: String) {
        let padded = text.utf8.count == 4 ? text + "-01-01" : text.utf8.count == 7 ? text + "-01" : text
        self.init(padded)
    }

    /// The last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    init?(lastDayOf text: String) {
        if text.utf8.count == 10 {
            self.init(text)
            return
        }
        guard let first = CalendarDate(firstDayOf: text) else { return nil }
        self = first.adding(months: text.utf8.count == 4 ? 12 : 1).adding(days: -1)
    }
}
