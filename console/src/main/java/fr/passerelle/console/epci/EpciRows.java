package fr.passerelle.console.epci;

import fr.passerelle.console.figure.PendingTask;
import fr.passerelle.console.map.Mark;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.RunCache;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.texts.Codes;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every EPCI that has a plan, as lists and maps show it. */
@Component
public class EpciRows {

    private final RunCache<Map<String, EpciRow>> rows = new RunCache<>(EpciRows::read);

    /** By SIREN, in the order of their names. */
    public Map<String, EpciRow> of(PublishedResults published) {
        return rows.of(published);
    }

    private static Map<String, EpciRow> read(PublishedResults published) {
        Map<String, List<Frequentation>> scores =
                published.proposals().scores().values().stream().collect(Collectors.groupingBy(Frequentation::getEpci));
        return published.proposals().plans().values().stream()
                .map(plan -> row(plan, scores.getOrDefault(plan.getEpci(), List.of())))
                .sorted(NameOrder.by(EpciRow::name, EpciRow::siren))
                .collect(
                        Collectors.toMap(EpciRow::siren, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static EpciRow row(Plan plan, List<Frequentation> scores) {
        Optional<Concurrent> chosen = Optional.ofNullable(plan.getSiege()).flatMap(seat -> compared(plan, seat));
        int monthsMissing = scores.stream()
                .mapToInt(score -> score.getMonthsMissing().size())
                .sum();
        return new EpciRow(
                plan.getEpci(),
                plan.getName(),
                Mark.of(plan),
                seats(plan),
                chosen.map(Concurrent::getScore).orElse(null),
                chosen.map(Concurrent::getLow).orElse(null),
                chosen.map(Concurrent::getHigh).orElse(null),
                plan.getRooms().size(),
                plan.getEtapes(),
                plan.getSessionsAMonth(),
                plan.getAInstruire(),
                plan.getDonneesInsuffisantes(),
                plan.getAidTotal(),
                plan.getBesoin(),
                Codes.outcome(plan.getBesoin().name()),
                plan.getPopulation(),
                monthsMissing,
                late(scores),
                waiting(plan, monthsMissing));
    }

    private static int late(Collection<Frequentation> scores) {
        return Math.toIntExact(scores.stream()
                .filter(score -> !score.getMonthsMissing().isEmpty())
                .count());
    }

    private static Optional<Concurrent> compared(Plan plan, Siege seat) {
        return plan.getCandidates().stream()
                .filter(candidate -> candidate.getSiege().equals(seat))
                .findFirst();
    }

    private static String seats(Plan plan) {
        return Stream.of(
                        Stream.ofNullable(plan.getSiege()).map(Siege::getName),
                        plan.getExAequo().stream().map(Siege::getName),
                        Stream.ofNullable(plan.getExistingTiersLieu()))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static Set<PendingTask> waiting(Plan plan, int monthsMissing) {
        Set<PendingTask> waiting = EnumSet.noneOf(PendingTask.class);
        for (PendingTask one : PendingTask.values()) {
            if (one.in(plan, monthsMissing)) {
                waiting.add(one);
            }
        }
        return waiting;
    }
}
