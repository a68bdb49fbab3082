package fr.passerelle.cli.explain;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.schemas.text.PlainText.NearestWord;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;

/** The rooms, sites and EPCIs that may be explained, found by identifier or name, accents and case apart. */
record ExplainedSubjects(List<ExplainedSubject> all) {

    private static final int SHOWN = 5;

    static ExplainedSubjects of(PublishedResults current) {
        Stream<ExplainedSubject> epcis = current.proposals().plans().values().stream()
                .map(plan -> new ExplainedSubject("epci:" + plan.getEpci(), plan.getName(), plan.getEpci()));
        Stream<ExplainedSubject> rooms = current.proposals().scores().values().stream()
                .map(score -> new ExplainedSubject(
                        "room:" + score.getRoomId(), current.roomName(score.getRoomId()), score.getEpci()));
        Stream<ExplainedSubject> sites =
                current.proposals().plans().values().stream().flatMap(ExplainedSubjects::sites);
        return new ExplainedSubjects(
                Stream.of(epcis, rooms, sites).flatMap(kind -> kind).toList());
    }

    private static Stream<ExplainedSubject> sites(Plan plan) {
        return plan.getCandidates().stream()
                .map(Concurrent::getSiege)
                .filter(siege -> siege.getKind() == SiegeKind.SITE)
                .map(siege -> new ExplainedSubject("site:" + siege.getId(), siege.getName(), plan.getEpci()));
    }

    /** What goes by an identifier, else by a name: none, one, or several that share it. */
    List<ExplainedSubject> named(String asked) {
        String wanted = plain(asked);
        List<ExplainedSubject> byId = those(subject -> plain(subject.id()).equals(wanted));
        return byId.isEmpty() ? those(subject -> plain(subject.name()).equals(wanted)) : byId;
    }

    /** The only one that goes by an identifier or a name; a refusal says, to the user, that there is none or that there are several. */
    ExplainedSubject one(String asked, Function<String, ParameterException> refusal) {
        List<ExplainedSubject> found = named(asked);
        return switch (found.size()) {
            case 0 ->
                throw refusal.apply("« " + asked + " » n'est ni une salle, ni un site, ni une intercommunalité connue"
                        + among(" ; voisins : ", near(asked)) + ".");
            case 1 -> found.getFirst();
            default -> throw refusal.apply("« " + asked + " » se dit de plusieurs" + among(" : ", found) + ".");
        };
    }

    private static String among(String before, List<ExplainedSubject> subjects) {
        return subjects.isEmpty()
                ? ""
                : subjects.stream()
                        .map(subject -> subject.id() + " (" + subject.name() + ")")
                        .collect(Collectors.joining(", ", before, ""));
    }

    /** What is near: names and identifiers that hold the words asked, else those that were probably meant. */
    List<ExplainedSubject> near(String asked) {
        String wanted = plain(asked);
        List<ExplainedSubject> holding = wanted.isEmpty()
                ? List.of()
                : those(subject -> plain(subject.name()).contains(wanted)
                        || plain(subject.id()).contains(wanted));
        return (holding.isEmpty() ? meant(wanted) : holding)
                .stream().limit(SHOWN).toList();
    }

    /** Of whose names or identifiers each word asked is near some word. */
    private List<ExplainedSubject> meant(String wanted) {
        List<String> asked = words(wanted);
        return asked.equals(List.of(""))
                ? List.of()
                : those(subject -> {
                    List<String> known = words(subject.id() + " " + subject.name());
                    return asked.stream()
                            .allMatch(word -> NearestWord.of(word, known).isPresent());
                });
    }

    private static List<String> words(String text) {
        return List.of(PlainText.words(text).split(" "));
    }

    private List<ExplainedSubject> those(Predicate<ExplainedSubject> which) {
        return all.stream().filter(which).toList();
    }

    private static String plain(String text) {
        return PlainText.of(text).strip();
    }

    /**
     * What may be explained: a room that has a score, a site that a plan compares, or an EPCI that has a plan; as the log names it (room:ID,
     * site:ID, epci:SIREN), as people know it, and the EPCI that it belongs to, or is.
     */
    record ExplainedSubject(String subject, String name, String epci) {

        /** What it is, as its subject begins on the log. */
        enum Kind {
            EPCI,
            ROOM,
            SITE
        }

        Kind kind() {
            return Kind.valueOf(subject.substring(0, subject.indexOf(':')).toUpperCase(Locale.ROOT));
        }

        /** Identifier of the room or of the site, or SIREN. */
        String id() {
            return subject.substring(subject.indexOf(':') + 1);
        }
    }
}
