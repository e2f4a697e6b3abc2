import Tokens

/// What a rule of the attribute ruler asks of one token: a pattern of spaCy's `Matcher`, for the attributes and
/// predicates that the English pipelines use.
struct TokenPattern: Sendable {
    var tags = LabelSet<PennTag>.all
    var deps = LabelSet<Dependency>.all
    var isSpace: Bool?
    /// Numbers of conditions on the lower-case form, in the list the pattern was read into; all must hold.
    var lower: [Int] = []

    /// - Parameters:
    ///   - data: the map from attribute to value or predicates.
    ///   - conditions: receives the conditions on the lower-case form.
    ///   - rule: the rule's number, for errors.
    init(_ data: MessagePack, conditions: inout LowerConditions, rule: Int, file: String) throws(ModelError) {
        guard let attributes = data.entries, !attributes.isEmpty else {
            throw ModelError(file: file, problem: "rule \(rule) has a token pattern that is no map of attributes")
        }
        for attribute in attributes {
            let name = attribute.key.text ?? "?"
            for predicate in try Predicate.all(attribute.value, of: name, rule: rule, file: file) {
                switch (name, predicate) {
                case ("TAG", .oneOf(let values)): tags.formIntersection(LabelSet(values))
                case ("TAG", .noneOf(let values)): tags.formIntersection(LabelSet(values).inverted)
                case ("DEP", .oneOf(let values)): deps.formIntersection(LabelSet(values))
                case ("DEP", .noneOf(let values)): deps.formIntersection(LabelSet(values).inverted)
                case ("IS_SPACE", .flag(let value)): isSpace = value
                case ("LOWER", .oneOf), ("LOWER", .noneOf), ("LOWER", .regex):
                    lower.append(try conditions.add(predicate, rule: rule, file: file))
                default:
                    throw Predicate.unsupported("attribute '\(name)' with this value", rule: rule, file: file)
                }
            }
        }
    }
}

/// One predicate on one attribute.
enum Predicate {
    case oneOf([String])
    case noneOf([String])
    case regex(String)
    case flag(Bool)

    /// A plain value, or a map from operators to operands; every one must hold.
    static func all(
        _ value: MessagePack, of name: String, rule: Int, file: String
    ) throws(ModelError) -> [Predicate] {
        if let flag = value.bool { return [.flag(flag)] }
        if let text = value.text { return [.oneOf([text])] }
        guard let operators = value.entries else {
            throw unsupported("a value of attribute '\(name)' that is no text, flag or map", rule: rule, file: file)
        }
        var predicates: [Predicate] = []
        for entry in operators {
            switch (entry.key.text, entry.value.text, entry.value.array?.map(\.text)) {
            case ("IN", _, .some(let values)) where !values.contains(nil):
                predicates.append(.oneOf(values.compactMap(\.self)))
            case ("NOT_IN", _, .some(let values)) where !values.contains(nil):
                predicates.append(.noneOf(values.compactMap(\.self)))
            case ("REGEX", .some(let pattern), _): predicates.append(.regex(pattern))
            default:
                throw unsupported(
                    "operator '\(entry.key.text ?? "?")' on attribute '\(name)'", rule: rule, file: file)
            }
        }
        return predicates
    }

    static func unsupported(_ what: String, rule: Int, file: String) -> ModelError {
        ModelError(
            file: file,
            problem:
                "rule \(rule) uses \(what); known are TAG, DEP and LOWER (text, IN, NOT_IN), IS_SPACE, LOWER REGEX",
            remedy: "use an English pipeline as published for spaCy 3.7 or 3.8")
    }
}
