import Tokens

/// Names records by what identifies them, so that coding the same report twice gives the same names: 128 bits of
/// MurmurHash64A in hexadecimal.
package enum RecordID {
    /// The id of a report: of its text alone.
    package static func report(text: String) -> String { digest([text]) }

    /// The id of an event: report, place of the trigger, what was done, by whom, to whom, and whether it happened.
    package static func event(_ event: Event, report: String) -> String {
        let parties = { (list: [Event.Participant]) in list.map { "\($0.bytes.lowerBound):\($0.actor.name)" } }
        return digest(
            [
                report, "\(event.trigger)", event.type.rawValue, event.modes.joined(separator: ","),
                event.status.rawValue,
            ]
                + parties(event.actors) + ["→"] + parties(event.recipients))
    }

    private static func digest(_ parts: [String]) -> String {
        let text = parts.joined(separator: "\u{1F}")
        return hex(StringKey(text).value) + hex(StringKey("\u{1E}" + text).value)
    }

    private static func hex(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
