package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.Map;
import java.util.stream.Stream;

/** A seat that is proposed: how much it is used, its score, what it can host. */
record SeatPart(Dossier dossier, Naming naming, Siege seat) {

    Stream<Sentence> sentences() {
        return Stream.of(
                        Stream.of(Sentence.kept(
                                "maire.siege", Map.of("lieu", naming.at(seat), "etude", dossier.study()))),
                        use(),
                        new FunctionsPart(dossier.fonctions(seat), seat.getKind()).sentences(),
                        LiftFirst.sentence(dossier.plan(), seat).stream(),
                        new PrecedencePart(dossier, naming).sentences())
                .flatMap(part -> part);
    }

    private Stream<Sentence> use() {
        if (seat.getKind() == SiegeKind.SITE) {
            return Stream.of(Sentence.kept("maire.site", Map.of()));
        }
        return dossier.score(seat.getId()).stream()
                .flatMap(score -> Stream.of(
                        ScoreFigures.use(score),
                        Sentence.kept("maire.note", ScoreFigures.ofNote(score, dossier.threshold()))));
    }
}
