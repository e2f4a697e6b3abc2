/// A fact about a marked pair, by a readable name, with the value that its weight is multiplied by.
package struct RelationFeature: Sendable, Equatable {
    package let name: String
    package let value: Double

    package init(name: String, value: Double) {
        self.name = name
        self.value = value
    }

    /// Features of one kind, sorted: each weighs the same, and all of them together have the length, however many they are.
    package static func group(_ names: Set<String>, length: Double) -> [RelationFeature] {
        let value = length / Double(max(names.count, 1)).squareRoot()
        return names.sorted().map { RelationFeature(name: $0, value: value) }
    }
}
