import Dates
import EventCoding
import Grounding

/// Which events of a store are wanted. An empty field asks for nothing; several values of one field mean any of them;
/// fields are combined by "and".
package struct EventFilter: Sendable, Equatable {
    /// A circle on the globe.
    package struct Circle: Sendable, Equatable {
        package var latitude: Double
        package var longitude: Double
        package var kilometres: Double

        package init(latitude: Double, longitude: Double, kilometres: Double) {
            self.latitude = latitude
            self.longitude = longitude
            self.kilometres = kilometres
        }
    }

    /// Words of an actor's name, without regard to case and accents: "Blinken", "foreign ministry".
    package var actors: [String] = []
    /// Where all parties act on one another (a meeting, a battle), each is the others' recipient too.
    package var recipients: [String] = []
    /// Words of the name of any speaker in the chain of attribution.
    package var speakers: [String] = []
    /// ISO 3166 alpha-3 or IGO, NGO …, of actor or recipient.
    package var countries: [String] = []
    package var actorCountries: [String] = []
    package var recipientCountries: [String] = []
    /// Of actor or recipient.
    package var sectors: [Sector] = []
    package var types: [EventType] = []
    package var modes: [String] = []
    package var quads: [Quad] = []
    package var statuses: [Status] = []
    /// Words of a place's name, of its administrative units, or its country's code.
    package var places: [String] = []
    package var near: Circle?
    /// First and last day wanted of the event's first day.
    package var from: CalendarDate?
    package var to: CalendarDate?
    /// Words that the sentence telling the event holds: all of them; "a phrase" in quotation marks, `prefix*`.
    package var text: String?
    /// Of this run, whether or not a later one has coded the report again; `nil` for the latest analysis of each report.
    package var run: Int?

    package init() {}
}

/// In which order events come.
package enum EventOrder: Sendable {
    /// As they were stored: report by report.
    case stored
    /// By their first day; those without one first.
    case date
}
