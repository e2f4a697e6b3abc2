/// A model folder that cannot be used: which file, what is wrong, and what to do about it.
package struct ModelError: Error, Equatable, CustomStringConvertible {
    package let file: String
    package let problem: String
    package let remedy: String

    package init(
        file: String, problem: String,
        remedy: String = "install the model again (make model) or name another with --model"
    ) {
        self.file = file
        self.problem = problem
        self.remedy = remedy
    }

    package var description: String { "\(file): \(problem); \(remedy)" }
}
