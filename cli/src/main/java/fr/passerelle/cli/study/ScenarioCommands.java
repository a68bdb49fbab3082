package fr.passerelle.cli.study;

import fr.passerelle.cli.command.CommandFrench;
import fr.passerelle.cli.command.TextTable;
import fr.passerelle.cli.study.ImplantationCommand.ImplantationText;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.envelope.scenario.ScenarioStudies;
import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.study.Study;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scenarios for people and machines. */
abstract class ScenarioCommands extends StudyCommands<ScenarioManifest> {

    ScenarioCommands() {
        super(ScenarioManifest.SERIES, ScenarioStudies.class);
    }

    /** @throws RunRefused when it has computed nothing yet */
    final ScenarioComputed computed(Study<ScenarioManifest> scenario) {
        return found(scenario).orElseThrow(() -> new RunRefused(scenario.notComputed()));
    }

    private Optional<ScenarioComputed> found(Study<ScenarioManifest> scenario) {
        return studies().answers(scenario.id(), ScenarioComputed.class).stream().findFirst();
    }

    /** What begins all that is told of one: « S-000001 (reconstitution), exécution N-000001, situation 2017-10 : ne décide rien. » */
    static String heading(ScenarioComputed computed) {
        return heading(
                        computed.getScenarioId(),
                        computed.getDemonstration(),
                        computed.getRun().getRunId(),
                        computed.getAsOf())
                + "ne décide rien.";
    }

    /** Of which run something is, and whether that is a reconstruction: « Essai (reconstitution), exécution N-000001, situation 2017-10 : ». */
    static String heading(String what, boolean demonstration, String run, String asOf) {
        return what + CommandFrench.reconstitution(demonstration) + ", exécution " + run + ", situation " + asOf
                + " : ";
    }

    @Override
    List<String> list(List<Study<ScenarioManifest>> all, Map<Long, Run> bases) {
        TextTable table = new TextTable(Table.<Study<ScenarioManifest>>layout()
                .text("Scénario", Study::id)
                .text("État", scenario -> state(scenario.state()))
                .text("Préparé le", scenario -> CommandFrench.moment(scenario.plannedAt()))
                .text("Valeur", scenario -> Objects.toString(scenario.question().valeur(), "étapes"))
                .from(scenario -> bases.get(scenario.question().run()))
                .text("Part de", base -> base.id() + CommandFrench.reconstitution(base.demonstration()))
                .from(scenario -> scenario)
                .text("Motif", Study::reason)
                .of(all));
        return Stream.concat(Stream.of("Un scénario ne décide rien."), table.lines().stream())
                .toList();
    }

    @Override
    Map<String, @Nullable Object> json(Study<ScenarioManifest> scenario, Run base, boolean shown) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("scenario", scenario.id());
        fields.put("kind", scenario.question().kind());
        fields.put("state", name(scenario.state()));
        fields.put("baseRun", base.id());
        fields.put("demonstration", base.demonstration());
        return computed(fields, scenario, shown ? found(scenario).orElse(null) : null);
    }

    @Override
    void printAnswer(Study<ScenarioManifest> scenario, PrintWriter out) {
        found(scenario).ifPresent(computed -> {
            out.println();
            if (computed.getEnveloppe() != null) {
                new EnveloppeText(computed.getEnveloppe(), out).print();
            }
            if (computed.getImplantation() != null) {
                new ImplantationText(computed.getImplantation(), out).print();
            }
        });
    }

    @Override
    List<String> question(Study<ScenarioManifest> scenario, Run base) {
        Long adopted = scenario.question().adopted();
        return adopted == null
                ? List.of(base(base))
                : List.of(base(base), CommandFrench.line("comparé à", series.idOf(adopted) + ", alors adopté"));
    }

    @Override
    String whatToDo(Study<ScenarioManifest> scenario, Run base) {
        String id = scenario.id();
        String discard = series.told("discard " + id) + " l'écarte";
        String adopt = series.told("adopt " + id + " --reason \"…\"");
        String compare = series.told("diff " + id) + " le compare, " + series.told("explain " + id + " SIREN")
                + " dit pourquoi, ";
        return switch (scenario.state()) {
            case PLANNED, RUNNING, FAILED -> series.told("run " + id) + " le calcule, " + discard;
            case COMPUTED ->
                (scenario.question().about() == ScenarioKind.ENVELOPPE ? compare : "") + adopt + " l'adopte, "
                        + discard;
            case ADOPTED -> "rien ; il ne décide rien : une décision s'enregistre avec « ./passerelle decide »";
            case REPLACED -> "rien ; " + adopt + " y revient";
            case DISCARDED -> "rien";
        };
    }
}
