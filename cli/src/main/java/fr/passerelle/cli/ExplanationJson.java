package fr.passerelle.cli;

import fr.passerelle.sheets.explanation.TraceDocument;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import java.util.List;
import java.util.Optional;

/**
 * An explanation, for machines.
 *
 * @param id identifier of the room, or SIREN
 * @param texte the text that a maire reads
 * @param decisions what was decided about it, in the order in which it was recorded
 * @param explication the whole explanation, block by block; empty for a room without EPCI
 * @param trace the technical trace, block by block
 */
record ExplanationJson(
        String id,
        String nom,
        String execution,
        String bareme,
        String empreinteBareme,
        boolean demonstration,
        boolean illustration,
        String texte,
        String mention,
        List<DecisionJson> decisions,
        List<Block> explication,
        List<Block> trace) {

    static ExplanationJson of(SubjectExplanation subjectExplanation) {
        return new ExplanationJson(
                subjectExplanation.subject().id(),
                subjectExplanation.subject().name(),
                subjectExplanation.run(),
                subjectExplanation.origin().baremeId(),
                subjectExplanation.origin().baremeHash(),
                subjectExplanation.demonstration(),
                subjectExplanation.illustration(),
                subjectExplanation.maire(),
                subjectExplanation.mention(),
                subjectExplanation.decisions().stream().map(DecisionJson::of).toList(),
                blocks(subjectExplanation.legal()),
                blocks(subjectExplanation.dossier().map(TraceDocument::of)));
    }

    private static List<Block> blocks(Optional<Document> document) {
        return document.map(Document::blocks).orElse(List.of());
    }
}
