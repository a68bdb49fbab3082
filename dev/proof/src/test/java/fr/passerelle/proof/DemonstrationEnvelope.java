package fr.passerelle.proof;

import fr.passerelle.envelope.rule.Credits;
import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelopes;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Programmation;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Valeur;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** What may be chosen on the demonstration, from the records of its log alone: the rules are asked again, no program is. */
final class DemonstrationEnvelope {

    private static final int HEADER = 5;
    private static final Bareme BAREME = Baremes.load(Baremes.DEFAULT);

    private final List<Plan> plans = new ArrayList<>();
    private final Map<String, EpciDescribed> epcis = new TreeMap<>();

    DemonstrationEnvelope(LogFold log) {
        log.described().forEach(epci -> epcis.put(epci.getEpci(), epci));
        log.epcis().forEach((siren, facts) -> {
            if (facts.hasRooms()) {
                EpciResults.of(facts.facts(siren), YearMonth.of(2017, 10), BAREME)
                        .plan()
                        .ifPresent(plans::add);
            }
        });
    }

    /** From what committed readers see on a system's log. */
    static DemonstrationEnvelope of(Deployment system) {
        Map<String, Schema> schemas = system.topics().transitions().records().stream()
                .collect(Collectors.toMap(Schema::getName, schema -> schema));
        Records records = new Records();
        LogFold log = new LogFold();
        new Log(system)
                .transitions()
                .forEach(each -> log.take(records.decode(
                        Arrays.copyOfRange(each.value(), HEADER, each.value().length),
                        Objects.requireNonNull(schemas.get(Log.header(each, "type"))))));
        return new DemonstrationEnvelope(log);
    }

    /** Under a share of what is asked: the first option of each EPCI, in its year; what is left carries over. */
    Envelope at(int percent) {
        SortedMap<BudgetCell, Long> asked = new TreeMap<>();
        for (EpciChoices epci : under(new TreeMap<>(), 0).epcis()) {
            epci.options().getFirst().cents().forEach((cell, part) -> asked.merge(cell, part, Long::sum));
        }
        return under(asked, percent);
    }

    private static Programmation programmation() {
        return BAREME.programmation().orElseThrow();
    }

    private Envelope under(SortedMap<BudgetCell, Long> asked, int percent) {
        List<Credit> credits = IntStream.rangeClosed(2018, 2022)
                .boxed()
                .flatMap(year -> Stream.of(LigneCredit.values()).map(line -> new BudgetCell(year, line)))
                .map(cell -> new Credit(cell, asked.getOrDefault(cell, 0L) * percent / 100, 0, true))
                .toList();
        return new Envelopes(BAREME, programmation(), YearMonth.of(2017, 10), epcis, Map.of())
                .of(plans, Credits.of(credits, List.of()), Valeur.HABITANTS);
    }
}
