import Dates
import EventCoding

/// A report with the complete list of its events, as a careful reader finds them. The format is that of
/// `Tests/Fixtures/Events/README.md`.
package struct EventsGold: Sendable, Equatable {
    /// What a field asks for.
    package enum Expectation<Value: Sendable & Equatable>: Sendable, Equatable {
        case anything
        case nothing
        case value(Value)
    }

    /// An actor by country code or by words of its name.
    package enum Name: Sendable, Equatable {
        case country(String)
        case words(String)
        /// The member may be missing.
        case nobody
    }

    /// Members, each with its alternatives.
    package typealias Side = [[Name]]

    package enum Day: Sendable, Equatable {
        case publication
        case range(ClosedRange<CalendarDate>)
    }

    package struct Kind: Sendable, Equatable {
        package let type: EventType
        package let modes: [String]
    }

    package struct Entry: Sendable, Equatable {
        /// As written, for lists of errors.
        package let line: String
        /// Alternatives.
        package let kinds: [Kind]
        /// Alternatives; `nil` for a side that is not checked.
        package let actors: [Side]?
        package let recipients: [Side]?
        package let days: Expectation<Day>
        package let status: Expectation<[Status]>
        package let place: Expectation<[String]>
        package let saidBy: Expectation<String>
    }

    package struct Paragraph: Sendable, Equatable {
        package let text: String
        package let entries: [Entry]
    }

    package let published: CalendarDate
    package let region: String
    package let paragraphs: [Paragraph]

    /// The report as the program reads it.
    package var text: String { paragraphs.map(\.text).joined(separator: "\n\n") }

    /// UTF-8 byte range of each paragraph in `text`.
    package var ranges: [Range<Int>] {
        var start = 0
        return paragraphs.map { paragraph in
            let range = start..<start + paragraph.text.utf8.count
            start = range.upperBound + 2
            return range
        }
    }
}

/// A gold file that cannot be read: where and why.
package struct EventsGoldError: Error, Equatable, CustomStringConvertible {
    package let line: Int
    package let problem: String
    package var description: String { "line \(line): \(problem)" }
}
