import Foundation

/// A value of `config.cfg`: JSON, or bare text that is no JSON.
package enum ConfigValue: Sendable, Equatable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([ConfigValue])
    case object([String: ConfigValue])

    /// Text that is no JSON is a string, as thinc reads it.
    init(parsing text: String) {
        self = (try? JSONDecoder().decode(ConfigValue.self, from: Data(text.utf8))) ?? .string(text)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let values = try? container.decode([ConfigValue].self) {
            self = .array(values)
        } else {
            self = .object(try container.decode([String: ConfigValue].self))
        }
    }

    var string: String? { if case .string(let value) = self { value } else { nil } }

    var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// A number without fraction.
    var integer: Int? { if case .number(let value) = self { Int(exactly: value) } else { nil } }

    var array: [ConfigValue]? { if case .array(let values) = self { values } else { nil } }

    var object: [String: ConfigValue]? { if case .object(let values) = self { values } else { nil } }
}
