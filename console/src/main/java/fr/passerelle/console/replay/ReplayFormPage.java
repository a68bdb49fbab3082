package fr.passerelle.console.replay;

import fr.passerelle.console.operation.FormArguments;
import fr.passerelle.console.operation.FormArguments.OperationRefused;
import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.Operation.Action;
import fr.passerelle.console.operation.OperationForms;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.security.Account;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Prepares a replay: under which barème, on what, up to when, and why. Nothing is computed yet. */
@Controller
record ReplayFormPage(CurrentResults current, Runs runs, OperationForms forms) {

    private static final int RUNS = 50;

    /** A replay that is being prepared, with why what was typed was refused, in French; null before. */
    record ReplayDraft(
            ReplayForm form,
            @Nullable String refusal,
            Collection<EpciDescribed> epcis,
            List<Run> runs,
            long withoutRoom,
            int rooms,
            boolean possible) {

        /** Identifiers of those that are shipped. */
        public List<String> baremes() {
            return Baremes.shipped();
        }

        /** The command that does the same in a terminal. */
        public String command() {
            return new Operation(Action.REPLAY_PLAN, "", List.of("replay", "plan", "--bareme=2018-01", "--reason=…"))
                    .typed();
        }
    }

    @GetMapping("/rejeux/preparer")
    ModelAndView ask(ReplayForm replayForm) {
        return form(current.get(), replayForm, null);
    }

    @PostMapping("/rejeux/preparer")
    ModelAndView start(ReplayForm replayForm, @AuthenticationPrincipal Account by) {
        PublishedResults published = current.get();
        List<String> known = runs.published(RUNS).stream().map(Run::id).toList();
        return forms.start(
                replayForm.motif(),
                motive -> replayForm.operation(published, known, motive, by.id()),
                by,
                refusal -> form(published, replayForm, refusal));
    }

    private ModelAndView form(PublishedResults published, ReplayForm form, @Nullable String refusal) {
        Set<String> planned = published.proposals().plans().keySet();
        Collection<EpciDescribed> epcis = published.epcis().values();
        long withoutRoom =
                epcis.stream().filter(epci -> !planned.contains(epci.getEpci())).count();
        int rooms = published.rooms().size();
        ReplayDraft page =
                new ReplayDraft(form, refusal, epcis, runs.published(RUNS), withoutRoom, rooms, forms.possible());
        return new ModelAndView("replay/preparer", "page", page);
    }

    /**
     * What a person asks of a new replay, as typed: SIRENs, and rooms apart by spaces or commas, none for the whole region; up to a published run,
     * empty for the current one, and a month, YYYY-MM, empty for that of the run.
     *
     * @param bareme one of those that are shipped: a path would let a page read any file of the server
     */
    record ReplayForm(
            @Nullable String bareme,
            @Nullable List<String> epci,
            @Nullable String salles,
            @Nullable String execution,
            @Nullable String mois,
            @Nullable String motif) {

        private static final int MOST = 200;

        /** Whether an EPCI is ticked, for the form that is shown again. */
        public boolean has(String siren) {
            return epci != null && epci.contains(siren);
        }

        /** What the operators' program is asked; refused where something is not known, or is not written as it must. */
        Operation operation(PublishedResults published, List<String> runs, String motive, String account) {
            List<String> words = new ArrayList<>(
                    List.of("replay", "plan", "--bareme=" + known(bareme, Baremes.shipped(), "bareme")));
            epcis().forEach(one ->
                    words.add("--epci=" + known(one, published.epcis().keySet(), "epci")));
            rooms().forEach(one ->
                    words.add("--room=" + known(one, published.rooms().keySet(), "salle")));
            if (execution != null && !execution.isBlank()) {
                words.add("--run=" + known(execution, runs, "execution"));
            }
            if (mois != null && !mois.isBlank()) {
                words.add("--as-of=" + FormArguments.month(mois));
            }
            words.add("--reason=" + motive);
            words.add("--by=" + account);
            return new Operation(Action.REPLAY_PLAN, subject(), words);
        }

        private String subject() {
            List<String> some =
                    Stream.concat(epcis().stream(), rooms().stream()).toList();
            return some.isEmpty() ? "région" : String.join(", ", some);
        }

        private List<String> epcis() {
            return bounded(epci == null ? List.of() : epci);
        }

        private List<String> rooms() {
            String typed = Objects.requireNonNullElse(salles, "");
            return bounded(Stream.of(typed.split("[\\s,;]+"))
                    .filter(one -> !one.isBlank())
                    .toList());
        }

        private static List<String> bounded(List<String> some) {
            if (some.size() > MOST) {
                throw new OperationRefused("rejeux.refus.trop", MOST);
            }
            return some;
        }

        private static String known(@Nullable String given, Collection<String> known, String what) {
            if (given == null || !known.contains(given)) {
                throw new OperationRefused("rejeux.refus." + what, given == null ? "" : given);
            }
            return given;
        }
    }
}
