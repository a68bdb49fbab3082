package fr.passerelle.cli.export;

import fr.passerelle.published.reject.KeptCorrection;
import fr.passerelle.schemas.text.Formulas;
import java.util.ArrayList;
import java.util.List;

/** The columns of an export of corrections. */
final class CorrectionColumns {

    private static final List<String> NAMES = List.of(
            "correction_execution",
            "correction_source",
            "correction_ligne",
            "correction_rang",
            "correction_table",
            "correction_colonne",
            "correction_code",
            "avant",
            "apres");

    private final boolean demonstration;

    CorrectionColumns(boolean demonstration) {
        this.demonstration = demonstration;
    }

    List<String> header() {
        return warned("correction_avertissement", NAMES);
    }

    List<String> line(KeptCorrection correction) {
        return warned(
                "reconstitution",
                List.of(
                        "N-%06d".formatted(correction.runNo()),
                        Formulas.guarded(correction.source()),
                        Long.toString(correction.line()),
                        Integer.toString(correction.ordinal()),
                        correction.table(),
                        correction.column(),
                        correction.code(),
                        Formulas.guarded(correction.before()),
                        Formulas.guarded(correction.after())));
    }

    private List<String> warned(String text, List<String> rest) {
        List<String> line = new ArrayList<>();
        if (demonstration) {
            line.add(text);
        }
        line.addAll(rest);
        return line;
    }
}
