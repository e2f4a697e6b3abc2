import Language
import Tokens

/// Reports are read paragraph by paragraph.
extension LanguageModel: DocSource {
    package func makeReader() -> any DocReader { makeLanguageReader() }
}

extension LanguageReader: DocReader {
    package func doc(of text: String) throws -> Doc { try parseParagraphs(text) }
}

/// Texts parsed whole, as spaCy does: for comparing and for other programs, not for coding.
package struct WholeTexts: DocSource {
    private struct Reader: DocReader {
        let reader: LanguageReader
        func doc(of text: String) throws -> Doc { try reader.parse(text) }
    }
    private let model: LanguageModel

    package init(_ model: LanguageModel) { self.model = model }

    package func makeReader() -> any DocReader { Reader(reader: model.makeLanguageReader()) }
}
