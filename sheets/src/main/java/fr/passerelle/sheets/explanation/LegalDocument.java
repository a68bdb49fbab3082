package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.rules.financing.Decision;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.explanation.Annexes.OperandWords;
import fr.passerelle.sheets.explanation.Naming.SubjectNames;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Textes;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole explanation that article R311-3-1-2 of the CRPA lets anyone concerned ask for: two pages that stand alone, then annexes, room by
 * room. No reader is sent further than the two pages.
 */
public final class LegalDocument {

    /** The two pages have fewer words than this. */
    public static final int LIMIT = 900;

    private LegalDocument() {}

    /** Of one EPCI, its rooms included. */
    public static Document of(Dossier dossier, Origin origin) {
        return joined(pages(dossier, origin), dossier, origin);
    }

    /**
     * Of one room, without what was asked of the whole EPCI.
     *
     * @throws IllegalArgumentException when the room is not one of the plan
     */
    public static Document ofRoom(Dossier dossier, String roomId, Origin origin) {
        return joined(pagesOfRoom(dossier, roomId, origin), dossier.ofRoom(roomId), origin.with(Map.of()));
    }

    /** The two pages of an EPCI, without annexes. */
    public static Document pages(Dossier dossier, Origin origin) {
        return pages(
                FrenchNames.epci(dossier.plan().getName()),
                new TwoPages(dossier, ExplanationFocus.of(dossier), origin));
    }

    /** The two pages of one room, without annexes. */
    public static Document pagesOfRoom(Dossier dossier, String roomId, Origin origin) {
        return pages(dossier.name(roomId), new TwoPages(dossier, ExplanationFocus.ofRoom(dossier, roomId), origin));
    }

    private static Document pages(String subject, TwoPages pages) {
        return new Document(Textes.say("legal.titre", Map.of("sujet", subject)), pages.blocks());
    }

    private static Document joined(Document pages, Dossier dossier, Origin origin) {
        return new Document(
                pages.title(),
                Stream.concat(pages.blocks().stream(), new Annexes(dossier, origin).blocks().stream())
                        .toList());
    }

    /** Two pages that stand alone: the conclusion, the figures and the rule that decided, the money, what is missing, what the law asks for, the rights. */
    private record TwoPages(Dossier dossier, ExplanationFocus focus, Origin origin) {

        List<Block> blocks() {
            List<Block> blocks = new ArrayList<>();
            section(blocks, "pages.conclusion", paragraphs(focus.conclusion()));
            section(blocks, "pages.chiffres", figures());
            section(blocks, "pages.regle", rule());
            section(blocks, "pages.argent", new MoneyPart(dossier).blocks());
            section(blocks, "pages.manque", paragraphs(List.of(missing())));
            section(blocks, "legal.contribution", said("legal.contribution.texte"));
            section(blocks, "legal.donnees", said("legal.donnees.texte"));
            section(
                    blocks,
                    "legal.parametres",
                    Stream.of(Block.paragraph(
                            "pages.bareme", Map.of("id", origin.baremeId(), "titre", origin.baremeTitle()))));
            section(blocks, "legal.operations", said("legal.operations.texte"));
            section(blocks, "pages.droits", said("pages.droits.texte"));
            return blocks;
        }

        private static void section(List<Block> blocks, String title, Stream<? extends Block> content) {
            List<? extends Block> told = content.toList();
            if (!told.isEmpty()) {
                blocks.add(Block.heading(title));
                blocks.addAll(told);
            }
        }

        private static Stream<Block> said(String key) {
            return paragraphs(List.of(Textes.say(key)));
        }

        private static Stream<Block> paragraphs(List<String> texts) {
            return texts.stream().filter(text -> !text.isEmpty()).map(Block.Paragraph::new);
        }

        private static final int TOLD = 3;

        /** Enough to be read; the annexes have them all. */
        private static final MathContext DIGITS = new MathContext(3);

        /** Candidates in order, then the nearest to being one. */
        private static final Comparator<Concurrent> ORDER = Comparator.comparing(
                        Concurrent::getRank, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparingInt(place -> NoSeatPart.distance(place.getCandidature()))
                .thenComparing(Concurrent::getScore, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(place -> place.getSiege().getId());

        /** The figures that decided: the first places compared, and what the score of one room is made of. */
        private Stream<Block> figures() {
            return Stream.concat(
                    places().stream(), focus.room().flatMap(dossier::score).map(this::indicators).stream());
        }

        private Optional<Block> places() {
            List<Concurrent> all = dossier.plan().getCandidates();
            List<List<String>> rows =
                    all.stream().sorted(ORDER).limit(TOLD).map(this::row).toList();
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Block.Grid(
                            Textes.say(
                                    "pages.lieux",
                                    Map.of(
                                            "n", rows.size(),
                                            "tous", all.size(),
                                            "reste", Textes.yes(all.size() > rows.size()))),
                            List.of(
                                    "Lieu",
                                    "Situation",
                                    "Note",
                                    "Fonctions voulues",
                                    "Fonctions confirmées",
                                    "Habitants proches"),
                            rows));
        }

        private List<String> row(Concurrent place) {
            return List.of(
                    Textes.typeset(place.getSiege().getName()),
                    Textes.word("candidature", place.getCandidature()),
                    note(place),
                    FrenchNumbers.number(place.getFunctionsWanted()),
                    FrenchNumbers.number(place.getFunctionsConfirmed()),
                    FrenchNumbers.number(place.getPopulation()));
        }

        private static String note(Concurrent place) {
            return place.getScore() == null || place.getLow() == null || place.getHigh() == null
                    ? Textes.say("pages.sans.note")
                    : Textes.say(
                            "pages.note",
                            Map.of(
                                    "note", place.getScore(),
                                    "bas", place.getLow(),
                                    "haut", place.getHigh(),
                                    "sure", Textes.yes(place.getLow().equals(place.getHigh()))));
        }

        private Block indicators(Frequentation score) {
            return new Block.Grid(
                    Textes.say("pages.indicateurs", dossier.figures(score)),
                    List.of("Indicateur", "Valeur", "Poids", "Points"),
                    score.getIndicateurs().stream().map(TwoPages::row).toList());
        }

        private static List<String> row(Indicateur one) {
            return List.of(
                    Textes.word("indicateur", one.getName()),
                    Annexes.value(one, value -> value.round(DIGITS)),
                    FrenchNumbers.number(one.getWeight()),
                    one.getPoints() == null
                            ? Textes.say("sans.points")
                            : FrenchNumbers.of(one.getPoints().setScale(1, RoundingMode.HALF_UP), Unite.POINTS));
        }

        /** What compares two places takes eleven; a tie of many would fill the page. */
        private static final int LOOKED_AT = 12;

        /** The rule that decided, with what it looked at; where no place was a candidate, what kept the rooms from it. */
        private Stream<Block> rule() {
            return focus.decision().stream()
                    .flatMap(
                            step -> step.getOutcome().equals("AUCUNE_CANDIDATE") ? rooms() : Stream.of(concluded(step)))
                    .map(Block.Paragraph::new);
        }

        /** Between places in a sentence, as a maire reads it; else with what the rule looked at. */
        private String concluded(RegleEssayee step) {
            if (focus.alone()) {
                return said(step);
            }
            return MaireText.precedence(dossier)
                    .map(sentence -> named(step, sentence))
                    .orElseGet(() -> dossier.plan().getExAequo().isEmpty()
                            ? said(step)
                            : named(step, Textes.say("pages.regle.egaux")));
        }

        private static String named(RegleEssayee step, String sentence) {
            return Textes.say("pages.regle.phrase", Map.of("regle", Codes.rule(step.getRule()), "phrase", sentence));
        }

        private String said(RegleEssayee step) {
            OperandWords words = new OperandWords(new SubjectNames(dossier));
            return Textes.say(
                    "pages.regle.texte",
                    Map.of(
                            "regle", Codes.rule(step.getRule()),
                            "regarde",
                                    words.all(step.getOperands().stream()
                                            .limit(LOOKED_AT)
                                            .toList()),
                            "issue", words.outcome(step)));
        }

        /** The first rule that stood against each, counted. */
        private Stream<String> rooms() {
            Map<String, Long> counted = dossier.conversions().stream()
                    .flatMap(conversion -> conversion.getTrace().stream()
                            .filter(RegleEssayee::getDecides)
                            .limit(1))
                    .collect(Collectors.groupingBy(RegleEssayee::getRule, LinkedHashMap::new, Collectors.counting()));
            return Stream.concat(
                    Stream.of(Textes.say("pages.regle.aucune")),
                    counted.entrySet().stream()
                            .map(one -> Textes.say(
                                    "pages.regle.salles",
                                    Map.of("regle", Codes.rule(one.getKey()), "n", one.getValue()))));
        }

        /** What is missing, so that the conclusion is only as sure as that: months, indicators, functions to verify, costs. */
        private String missing() {
            List<String> missing = Stream.of(
                            focus.room().flatMap(dossier::score).stream().flatMap(this::months),
                            focus.alone() ? Stream.<String>empty() : others(),
                            functions(),
                            costs())
                    .flatMap(part -> part)
                    .toList();
            return missing.isEmpty() ? Textes.say("pages.manque.rien") : String.join(" ", missing);
        }

        private Stream<String> months(Frequentation score) {
            Map<String, Object> figures = dossier.figures(score);
            figures.put("n", score.getMonthsOpen() - score.getMonthsObserved());
            List<String> unknown = score.getIndicateurs().stream()
                    .filter(one -> one.getUnavailable() != null)
                    .map(one -> Textes.word("indicateur", one.getName()))
                    .toList();
            return Stream.of(
                            said("pages.manque.mois", figures, score.getMonthsOpen() > score.getMonthsObserved()),
                            said(
                                    "pages.manque.indicateurs",
                                    Map.of("n", unknown.size(), "indicateurs", Textes.and(unknown)),
                                    !unknown.isEmpty()))
                    .flatMap(part -> part);
        }

        private Stream<String> others() {
            int thin = dossier.plan().getDonneesInsuffisantes();
            int examined = dossier.plan().getAInstruire();
            return Stream.concat(
                    said("pages.manque.releves", Map.of("n", thin), thin > 0),
                    said("pages.manque.instruire", Map.of("n", examined), examined > 0));
        }

        /** Of the seat proposed; else of the room that is told. */
        private Stream<String> functions() {
            Siege seat = dossier.plan().getSiege();
            List<FonctionJugee> judged = seat == null || focus.alone()
                    ? focus.room()
                            .flatMap(dossier::conversion)
                            .map(Conversion::getFonctions)
                            .orElse(List.of())
                    : dossier.fonctions(seat);
            List<String> unsure = Dossier.functions(judged, Disponibilite.A_VERIFIER);
            return said(
                    "maire.a.verifier", Map.of("n", unsure.size(), "fonctions", Textes.and(unsure)), !unsure.isEmpty());
        }

        private Stream<String> costs() {
            List<AidLine> lines = dossier.plan().getAid().stream()
                    .filter(Decision.COUT_INCONNU::of)
                    .toList();
            String names = lines.stream()
                    .map(line -> Textes.word("ligne", line.getLine()))
                    .collect(Collectors.joining(" ; "));
            return said("pages.manque.couts", Map.of("n", lines.size(), "lignes", names), !lines.isEmpty());
        }

        private static Stream<String> said(String key, Map<String, ?> arguments, boolean holds) {
            return holds ? Stream.of(Textes.say(key, arguments)) : Stream.empty();
        }
    }

    /**
     * An EPCI, or one of its rooms, that an explanation is about.
     *
     * @param conclusion paragraphs that say what is proposed, whole
     * @param room whose score is told: the seat, the nearest to being one, or the room itself; empty where that is a site, or nothing
     * @param decision the step that decided; empty where the trace is not known
     * @param alone whether it is that room only
     */
    record ExplanationFocus(
            List<String> conclusion, Optional<String> room, Optional<RegleEssayee> decision, boolean alone) {

        static ExplanationFocus of(Dossier dossier) {
            return new ExplanationFocus(
                    MaireText.paragraphs(dossier), nearest(dossier), SeatPart.decision(dossier.plan()), false);
        }

        static ExplanationFocus ofRoom(Dossier dossier, String roomId) {
            return new ExplanationFocus(
                    List.of(RoomText.whole(dossier, roomId)),
                    Optional.of(roomId),
                    dossier.conversion(roomId).stream()
                            .flatMap(conversion -> conversion.getTrace().stream())
                            .filter(RegleEssayee::getDecides)
                            .findFirst(),
                    true);
        }

        private static Optional<String> nearest(Dossier dossier) {
            Plan plan = dossier.plan();
            Stream<String> rooms = plan.getSiege() == null
                    ? NoSeatPart.nearest(plan).map(PlanRoom::getRoomId)
                    : Stream.of(plan.getSiege())
                            .filter(seat -> seat.getKind() == SiegeKind.SALLE)
                            .map(Siege::getId);
            return rooms.filter(id -> dossier.room(id).isPresent()).findFirst();
        }
    }
}
