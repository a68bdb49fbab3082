package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;

/** Why the seat is here and not at the place that comes next in order: what separated them, with both figures. */
record PrecedencePart(Dossier dossier, Naming naming) {

    Stream<Sentence> sentences() {
        return SeatPrecedence.of(dossier.plan()).stream().map(this::said);
    }

    private Sentence said(SeatPrecedence precedence) {
        return Sentence.kept(
                "maire.devant." + precedence.criterion(),
                Map.of(
                        "autre", place(precedence.next()),
                        "premier", precedence.ofTheSeat(),
                        "second", precedence.ofTheNext(),
                        "km", kilometres()));
    }

    private String place(String subject) {
        return naming.places().stream()
                .filter(place -> subject.equals(Steps.seat(place)))
                .findFirst()
                .map(naming::at)
                .orElse(subject);
    }

    private BigDecimal kilometres() {
        return dossier.number(Rule.ORDRE_DES_CANDIDATES, "rayon_population")
                .map(metres -> metres.movePointLeft(3).stripTrailingZeros())
                .orElse(BigDecimal.ZERO);
    }
}
