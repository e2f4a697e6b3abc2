import Dates

/// A date in the path of a URL or the name of a file: `/2023/05/02/`, `/2023/may/02/`, `2023-05-02-talks`, `20230502`.
enum DateInPath {
    /// - Parameter allowingPacked: whether eight digits in a row count; in URLs they are often an article's number.
    static func find(in path: some StringProtocol, allowingPacked: Bool) -> CalendarDate? {
        let parts = WrittenDateScanner.parts(of: path, longest: 2048)
        for index in parts.indices {
            guard case .number(let year, let digits) = parts[index] else { continue }
            if allowingPacked, digits == 8,
                let date = CalendarDate(year: year / 10_000, month: year / 100 % 100, day: year % 100),
                (1900...2100).contains(date.year)
            {
                return date
            }
            guard digits == 4, (1900...2100).contains(year), parts.indices.contains(index + 4),
                case .mark(let mark) = parts[index + 1], parts[index + 3] == .mark(mark),
                case .number(let day, 1...2) = parts[index + 4]
            else { continue }
            let month: Int
            switch parts[index + 2] {
            case .number(let number, 1...2): month = number
            case .month(let number): month = number
            default: continue
            }
            if let date = CalendarDate(year: year, month: month, day: day) { return date }
        }
        return nil
    }
}
