package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.explanation.CaveatPart.ProximityPart;
import fr.passerelle.sheets.explanation.SeatPart.PrecedencePart;
import fr.passerelle.sheets.explanation.Sentence.FittedText;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.Months;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is proposed to an EPCI, as its maires read it: under 180 words, no code, each number with its period or unit. Where all does not fit,
 * the least important sentences leave, and a last one says that there is more.
 */
public final class MaireText {

    /** A text has fewer words than this, the mention apart. */
    public static final int LIMIT = 180;

    private MaireText() {}

    /** The text, one paragraph. */
    public static String of(Dossier dossier) {
        return FittedText.under(LIMIT, sentences(dossier));
    }

    /** The same without its money and its rights, each sentence whole, by paragraphs: where it is no matter how long it is. */
    static List<String> paragraphs(Dossier dossier) {
        Naming naming = Naming.of(dossier.plan());
        return Stream.of(
                        Stream.concat(Stream.of(opening(dossier)), conclusion(dossier, naming)),
                        around(dossier, naming),
                        beside(dossier, naming))
                .map(paragraph -> paragraph.map(Sentence::text).collect(Collectors.joining(" ")))
                .toList();
    }

    /** Why the seat comes before the next candidate; empty where none is proposed, or none is next. */
    public static Optional<String> precedence(Dossier dossier) {
        return new PrecedencePart(dossier, Naming.of(dossier.plan()))
                .sentences()
                .map(Sentence::text)
                .findFirst();
    }

    private static List<Sentence> sentences(Dossier dossier) {
        Naming naming = Naming.of(dossier.plan());
        return Stream.of(
                        Stream.of(opening(dossier)),
                        conclusion(dossier, naming),
                        around(dossier, naming),
                        new MoneyPart(dossier).sentences(),
                        beside(dossier, naming),
                        Stream.of(Sentence.kept("maire.droits", Map.of())))
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<Sentence> around(Dossier dossier, Naming naming) {
        return Stream.concat(new EtapesPart(dossier, naming).sentences(), new ProximityPart(dossier).sentences());
    }

    private static Stream<Sentence> beside(Dossier dossier, Naming naming) {
        return Stream.concat(new CaveatPart(dossier, naming).sentences(), new ChangePart(dossier, naming).sentences());
    }

    private static Sentence opening(Dossier dossier) {
        return Sentence.kept(
                "maire.ouverture",
                Map.of(
                        "epci", FrenchNames.epci(dossier.plan().getName()),
                        "date", Months.lastDay(dossier.plan().getAsOf())));
    }

    /** What the plan concludes of a tiers lieu, and what that rests on. */
    private static Stream<Sentence> conclusion(Dossier dossier, Naming naming) {
        Siege seat = dossier.plan().getSiege();
        return seat == null
                ? new NoSeatPart(dossier, naming).sentences()
                : new SeatPart(dossier, naming, seat).sentences();
    }
}
