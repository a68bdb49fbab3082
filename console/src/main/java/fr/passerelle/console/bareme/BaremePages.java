package fr.passerelle.console.bareme;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.replay.Replays;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.texts.AlgorithmSheet;
import fr.passerelle.texts.SheetMarkdown;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The barème, how robust its proposals are, and the sheet of the algorithm. */
@Controller
class BaremePages {

    private static final String TO_SAY = "à préciser par la Région";

    private final CurrentResults current;
    private final Replays replays;
    private final ConsoleSettings.Mention mention;

    BaremePages(CurrentResults current, Replays replays, ConsoleSettings settings) {
        this.current = current;
        this.replays = replays;
        this.mention = settings.mention();
    }

    /**
     * A barème, beside the one in force.
     *
     * @param all those to choose from
     * @param aid what it says of the aid, sentence by sentence
     * @param rules what it says of the score and of what follows from it
     * @param differences numbers that it does not share with the one in force
     */
    record BaremeView(
            Collection<Bareme> all,
            Bareme bareme,
            Bareme inForce,
            List<String> aid,
            List<String> rules,
            List<IndicatorRule> indicators,
            List<ParameterGroup> groups,
            List<DifferenceLine> differences) {

        private static BaremeView of(Collection<Bareme> all, Bareme shown, Bareme inForce) {
            return new BaremeView(
                    all,
                    shown,
                    inForce,
                    BaremeSentences.aid(shown),
                    BaremeSentences.rules(shown),
                    IndicatorRule.of(shown),
                    ParameterGroup.of(shown),
                    DifferenceLine.between(inForce, shown));
        }
    }

    @GetMapping("/regles")
    String show(@RequestParam(defaultValue = "") String bareme, Model model) {
        PublishedResults published = current.get();
        Bareme inForce = published.run().bareme();
        Map<String, Bareme> known = known(inForce);
        Bareme shown = known.getOrDefault(bareme, inForce);
        model.addAttribute("page", BaremeView.of(known.values(), shown, inForce));
        return "bareme/regles";
    }

    @GetMapping("/regles/robustesse")
    String robustness(Model model) {
        model.addAttribute(
                "page", BaremeRobustness.of(current.get().proposals().plans().values()));
        return "bareme/robustesse";
    }

    @GetMapping("/regles/fiche")
    String sheet(Model model) {
        model.addAttribute("page", DocumentBlock.of(SheetMarkdown.read(sheet())));
        return "bareme/fiche";
    }

    @GetMapping("/regles/fiche.md")
    ResponseEntity<String> markdown() {
        MediaType markdown = new MediaType("text", "markdown", StandardCharsets.UTF_8);
        return FileAnswer.of("fiche-algorithme.md", markdown, sheet());
    }

    private String sheet() {
        return AlgorithmSheet.of(current.get().run().bareme(), said(mention.service()), said(mention.adresse()));
    }

    private static String said(String text) {
        return text.isBlank() ? TO_SAY : text;
    }

    /** By identifier: the one in force, those of the replays that ended, those that are shipped. */
    private Map<String, Bareme> known(Bareme inForce) {
        Map<String, Bareme> known = new LinkedHashMap<>();
        known.put(inForce.id(), inForce);
        replays.completed()
                .forEach(replay -> known.computeIfAbsent(replay.baremeId(), id -> Baremes.read(replay.baremeText())));
        Baremes.shipped().forEach(id -> known.computeIfAbsent(id, Baremes::load));
        return known;
    }
}
