import Language
import Tokens

extension LanguageModel: DocSource {
    package func makeReader() -> any DocReader { makeLanguageReader() }
}

extension LanguageReader: DocReader {
    package func doc(of text: String) throws -> Doc { try parse(text) }
}
