package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.conversion.ProposalReason;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Levier;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.explanation.Dossier.ScoreFigures;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What would change the conclusion: what alters the seat first, then what alters where a room stands. */
public record ChangePart(Dossier dossier, Naming naming) {

    private static final int TOLD = 2;

    private static final int RANK = 5;

    /** Those that matter most to the whole EPCI; where none alters the seat, what alters where a place stands. */
    Stream<Sentence> sentences() {
        List<String> seat = Stream.concat(
                        Stream.concat(
                                        single(dossier.plan().getContrefactuels().stream()
                                                .filter(ChangePart::altersTheSeat)
                                                .toList()),
                                        combined())
                                .limit(TOLD),
                        another())
                .toList();
        return Stream.concat(
                seat.isEmpty()
                        ? said(
                                "maire.changement.place",
                                single(dossier.plan().getContrefactuels())
                                        .limit(TOLD)
                                        .toList())
                        : said("maire.changement", seat),
                ofAttendance());
    }

    /** Where no change of attendance within reach alters anything, so that nobody waits for one. */
    private Stream<Sentence> ofAttendance() {
        boolean judged = dossier.plan().getExistingTiersLieu() == null
                && dossier.plan().getRooms().stream().anyMatch(room -> room.getScore() != null);
        return Sentence.ranked(RANK + 1, "maire.changement.aucun", Map.of())
                .when(judged
                        && dossier.plan().getContrefactuels().stream()
                                .noneMatch(change -> change.getLevier() == Levier.PRESENCES));
    }

    Stream<Sentence> sentencesOf(String room) {
        return place(Stream.concat(
                on(Steps.room(room)), dossier.conversion(room).stream().flatMap(this::combined)));
    }

    Stream<Sentence> sentencesOfSite(String site) {
        return place(on(Steps.site(site)));
    }

    private static Stream<Sentence> place(Stream<String> conditions) {
        return said("salle.changement", conditions.limit(TOLD).toList());
    }

    private Stream<String> on(String subject) {
        return single(dossier.plan().getContrefactuels().stream()
                .filter(change -> change.getOn().equals(subject))
                .toList());
    }

    private static Stream<Sentence> said(String key, List<String> conditions) {
        List<String> variants = IntStream.iterate(conditions.size(), n -> n >= 0, n -> n - 1)
                .mapToObj(n -> n == 0 ? "" : said(key, conditions, n))
                .toList();
        return conditions.isEmpty() ? Stream.empty() : Stream.of(new Sentence(RANK, variants));
    }

    private static String said(String key, List<String> conditions, int number) {
        List<String> told = conditions.stream()
                .limit(number)
                .map(condition -> Textes.say("changement.si", Map.of("condition", condition)))
                .toList();
        return Textes.say(key, Map.of("conditions", Textes.or(told)));
    }

    /** Whether it alters the seat, or the choice left to the EPCI. */
    static boolean altersTheSeat(Contrefactuel change) {
        return !Objects.equals(change.getSeatBefore(), change.getSeatAfter())
                || change.getBefore() == Candidature.EX_AEQUO
                || change.getAfter() == Candidature.EX_AEQUO;
    }

    private Stream<String> single(List<Contrefactuel> changes) {
        ChangeWords words = new ChangeWords(dossier, naming);
        return changes.stream().map(words::leading);
    }

    /** Without any candidate, one more is the seat; where a plan has candidates, it could come after them and change nothing. */
    private Stream<String> combined() {
        return isOpen() ? dossier.conversions().stream().flatMap(this::combined) : Stream.empty();
    }

    /** Where both the score and the functions are short, no single change is enough: the two together are told. */
    private Stream<String> combined(Conversion conversion) {
        List<String> reasons = conversion.getReasons();
        int missing = dossier.functionsNeeded() - dossier.confirmed(conversion.getRoomId());
        boolean both = reasons.contains(ProposalReason.SOUS_LE_SEUIL.name())
                && reasons.contains(ProposalReason.FONCTIONS_INSUFFISANTES.name());
        return both && missing > 0 && dossier.threshold() >= 0
                ? Stream.of(Textes.say(
                        "changement.note.et.fonctions",
                        Map.of(
                                "sujet", naming.named(conversion.getRoomId(), naming::bare),
                                "seuil", dossier.threshold(),
                                "n", missing)))
                : Stream.empty();
    }

    /** Where nothing keeps the EPCI from being proposed a seat but the want of a candidate, it may offer one. */
    private Stream<String> another() {
        return isOpen() ? Stream.of(Textes.say("changement.autre.local")) : Stream.empty();
    }

    private boolean isOpen() {
        Plan plan = dossier.plan();
        return plan.getSiege() == null
                && plan.getExistingTiersLieu() == null
                && plan.getExAequo().isEmpty()
                && plan.getUndecided().isEmpty()
                && !plan.getReasons().contains(ProposalReason.AUCUN_TIERS_LIEU_PREVU.name());
    }

    /** A change that alters a conclusion, in words. */
    record ChangeWords(Dossier dossier, Naming naming) {

        private static final BigDecimal UNKNOWN = BigDecimal.valueOf(ScoreFigures.UNKNOWN);

        /** The same, and what the conclusion would then be: « C recevait 120 présences de plus en douze mois (tiers lieu à C) ». */
        String leading(Contrefactuel change) {
            Candidature after = change.getAfter();
            return condition(change)
                    + Textes.say(
                            "changement.suite",
                            Map.of(
                                    "issue",
                                    outcome(change),
                                    "lieu",
                                    change.getSeatAfter() == null ? "" : place(change.getSeatAfter(), naming::at),
                                    "avant",
                                    Textes.yes(change.getSeatBefore() != null),
                                    "candidature",
                                    after == null ? "" : Textes.word("candidature", after)));
        }

        private static String outcome(Contrefactuel change) {
            if (change.getAfter() == Candidature.EX_AEQUO) {
                return "CHOIX";
            }
            if (Objects.equals(change.getSeatBefore(), change.getSeatAfter())) {
                return change.getAfter() == null ? "RIEN" : "PLACE";
            }
            return change.getSeatAfter() == null ? "AUCUN" : "LIEU";
        }

        /** What would have to change: « C recevait 120 présences de plus en douze mois ». */
        String condition(Contrefactuel change) {
            Fonction fonction = change.getFonction();
            return Textes.say(
                    "changement." + change.getLevier().name(),
                    Map.of(
                            "sujet", place(change.getOn(), naming::bare),
                            "lieu", place(change.getOn(), naming::at),
                            "de", place(change.getOn(), naming::of),
                            "n", change.getAmount().abs(),
                            "sens", change.getAmount().signum() < 0 ? "moins" : "plus",
                            "toutes",
                                    dossier.score(identifier(change.getOn()))
                                            .map(Frequentation::getPresences12Months)
                                            .orElse(0L),
                            "fonction", fonction == null ? "" : Textes.word("fonction", fonction),
                            "points",
                                    Textes.and(change.getItems().stream()
                                            .map(one -> Textes.word("condition", one))
                                            .toList())));
        }

        String before(Contrefactuel change) {
            return stands(change.getScoreBefore(), change.getBefore(), change.getSeatBefore());
        }

        String after(Contrefactuel change) {
            return stands(change.getScoreAfter(), change.getAfter(), change.getSeatAfter());
        }

        private String stands(@Nullable Integer score, @Nullable Candidature candidature, @Nullable String seat) {
            return Textes.say(
                    "changement.etat",
                    Map.of(
                            "note", score == null ? UNKNOWN : BigDecimal.valueOf(score),
                            "candidature", candidature == null ? "" : Textes.word("candidature", candidature),
                            "connue", Textes.yes(candidature != null),
                            "siege", Textes.yes(seat != null),
                            "lieu", seat == null ? "" : place(seat, naming::at)));
        }

        private static String identifier(String subject) {
            return subject.replaceFirst("^(room|site):", "");
        }

        private String place(String subject, Function<Siege, String> named) {
            return naming.named(identifier(subject), named);
        }
    }

    /**
     * A smallest change that alters a conclusion of a plan, in words.
     *
     * @param condition what would have to be: « C recevait 120 présences de plus en douze mois »
     * @param altersTheSeat whether the seat proposed, or the choice left to the EPCI, would be another; else only where the place stands
     */
    public record SmallestChange(String condition, String before, String after, boolean altersTheSeat) {

        /** Those of a plan, in its order. */
        public static List<SmallestChange> of(Dossier dossier) {
            return of(dossier, change -> true);
        }

        /** Those of one room, by lever; empty where none that was tried alters anything. */
        public static List<SmallestChange> ofRoom(Dossier dossier, String roomId) {
            return of(dossier, change -> change.getOn().equals(Steps.room(roomId)));
        }

        private static List<SmallestChange> of(Dossier dossier, Predicate<Contrefactuel> which) {
            ChangeWords words = new ChangeWords(dossier, Naming.of(dossier.plan()));
            return dossier.plan().getContrefactuels().stream()
                    .filter(which)
                    .map(change -> new SmallestChange(
                            words.condition(change),
                            words.before(change),
                            words.after(change),
                            ChangePart.altersTheSeat(change)))
                    .toList();
        }
    }
}
