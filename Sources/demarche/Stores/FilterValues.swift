import Dates
import EventCoding
import Export
import Store

/// Reads the values of options that choose events; says what is allowed where one is not.
struct FilterValues {
    private let options: Options

    init(_ options: Options) { self.options = options }

    /// An upper-case code of a country means whoever belongs to it; anything else is words of a name.
    func party(_ name: String, _ codes: ExportCodes) throws(UsageError) -> (names: [String], countries: [String]) {
        let value = try words(name)
        guard let code = value.first, codes.countries[code] != nil || codes.organizations[code] != nil else {
            return (value, [])
        }
        return ([], [code])
    }

    /// - Returns: none when the option is not there.
    func words(_ name: String) throws(UsageError) -> [String] {
        guard let value = options[name] else { return [] }
        guard value.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw UsageError("\(name) '\(value)': has no word to search for")
        }
        return [value]
    }

    /// Values with commas between them.
    /// - Parameter read: `nil` for what is not allowed.
    func list<Value>(
        _ name: String, _ expected: String, _ read: (String) -> Value?
    ) throws(UsageError) -> [Value] {
        guard let text = options[name] else { return [] }
        var values: [Value] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let word = String(part).trimmingSpaces
            guard let value = read(word) else { throw UsageError("\(name) '\(word)': expected \(expected)") }
            values.append(value)
        }
        return values
    }

    /// Raw values of an enumeration.
    func list<Value: RawRepresentable>(
        _ name: String, _ allowed: [String], _ fold: (String) -> String
    ) throws(UsageError) -> [Value] where Value.RawValue == String {
        try list(name, allowed.joined(separator: ", ")) { Value(rawValue: fold($0)) }
    }

    func quads() throws(UsageError) -> [Quad] {
        let names = Quad.allCases.map { $0.name.split(separator: " ").joined(separator: "-") }
        return try list("--quad", names.joined(separator: ", ") + ", or 1 to 4") { word in
            Quad.allCases.first { quad in
                let name = word.lowercased()
                return name == quad.name || name == names[quad.rawValue - 1] || name == "\(quad.rawValue)"
            }
        }
    }

    func circle() throws(UsageError) -> EventFilter.Circle? {
        guard let near = options["--near"] else {
            guard options["--within"] == nil else { throw UsageError("--within needs --near LAT,LON") }
            return nil
        }
        let numbers = near.split(separator: ",", omittingEmptySubsequences: false).map {
            Double(String($0).trimmingSpaces)
        }
        guard numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1],
            (-90...90).contains(latitude), (-180...180).contains(longitude)
        else { throw UsageError("--near \(near): expected LAT,LON in degrees, as 15.5,32.53") }
        guard let within = options["--within"] else { throw UsageError("--near needs --within KM") }
        guard let kilometres = Double(within), kilometres > 0, kilometres <= 20_100 else {
            throw UsageError("--within \(within): expected kilometres from above 0 to 20100")
        }
        return EventFilter.Circle(latitude: latitude, longitude: longitude, kilometres: kilometres)
    }

    /// A day, or the first or last one of a month or a year.
    func day(_ name: String, isLast: Bool) throws(UsageError) -> CalendarDate? {
        guard let text = options[name] else { return nil }
        let day: CalendarDate? =
            switch text.utf8.count {
            case 4: CalendarDate(isLast ? "\(text)-12-31" : "\(text)-01-01")
            case 7:
                CalendarDate("\(text)-01").map { first in
                    isLast ? first.adding(months: 1).adding(days: -1) : first
                }
            default: CalendarDate(text)
            }
        guard let day else { throw UsageError("\(name) \(text): expected a day as YYYY-MM-DD, a month or a year") }
        return day
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else {
            return ""
        }
        return String(self[first...last])
    }
}
