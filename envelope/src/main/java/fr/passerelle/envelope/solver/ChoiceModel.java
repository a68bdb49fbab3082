package fr.passerelle.envelope.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import fr.passerelle.envelope.rule.Credits.EquityRow;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import fr.passerelle.schemas.event.Critere;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An envelope as a model of CP-SAT: a literal for each option, exactly one of them for each EPCI, whole numbers only. */
final class ChoiceModel {

    private final Envelope envelope;
    private final CpModel model = new CpModel();
    private final SortedMap<String, List<BoolVar>> taken = new TreeMap<>();

    ChoiceModel(Envelope envelope) {
        this.envelope = envelope;
        envelope.epcis().forEach(this::addChoice);
        for (EquityRow row : envelope.credits().equity()) {
            model.addGreaterOrEqual(sum((epci, option) -> row.gives(epci) * epci.openings(option)), row.least());
        }
    }

    Envelope envelope() {
        return envelope;
    }

    CpModel model() {
        return model;
    }

    Literal takes(EpciChoices epci, int option) {
        return taken.getOrDefault(epci.siren(), List.of()).get(option);
    }

    /** What lets in an EPCI that waits, of the options that it has here. */
    List<Literal> entries(EpciChoices waiting) {
        return envelope.epcis().stream()
                .filter(each -> each.siren().equals(waiting.siren()))
                .flatMap(each -> IntStream.range(0, each.options().size())
                        .filter(option -> waiting.enters(each.options().get(option)))
                        .mapToObj(option -> takes(each, option)))
                .toList();
    }

    /** What is reached on a criterion, with what was notified. */
    LinearExprBuilder value(Critere critere) {
        return sum((epci, option) -> epci.value(option, critere));
    }

    /** Sum of a number of the option that each EPCI takes. */
    LinearExprBuilder sum(ToLongBiFunction<EpciChoices, FundingOption> number) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (EpciChoices epci : envelope.epcis()) {
            for (int option = 0; option < epci.options().size(); option++) {
                sum.addTerm(
                        takes(epci, option),
                        number.applyAsLong(epci, epci.options().get(option)));
            }
        }
        return sum;
    }

    void hint(Programme programme) {
        for (EpciChoices epci : envelope.epcis()) {
            for (int option = 0; option < epci.options().size(); option++) {
                boolean took = programme.of(epci).isSameAs(epci.options().get(option));
                model.addHint(takes(epci, option), took);
            }
        }
    }

    Programme read(CpSolver solver) {
        SortedMap<String, FundingOption> chosen = new TreeMap<>();
        for (EpciChoices epci : envelope.epcis()) {
            IntStream.range(0, epci.options().size())
                    .filter(option -> solver.booleanValue(takes(epci, option)))
                    .forEach(option -> chosen.put(epci.siren(), epci.options().get(option)));
        }
        return new Programme(chosen);
    }

    private void addChoice(EpciChoices epci) {
        List<BoolVar> options = Stream.generate(() -> model.newBoolVar(""))
                .limit(epci.options().size())
                .toList();
        taken.put(epci.siren(), options);
        model.addExactlyOne(options.toArray(Literal[]::new));
    }
}
