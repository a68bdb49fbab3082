package fr.passerelle.console.bareme;

import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.frequentation.Indicator.Terms;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.Parameters;
import fr.passerelle.schemas.bareme.Parameters.BaremeDifference;
import fr.passerelle.schemas.bareme.Parameters.Parameter;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.explanation.AlgorithmSheet;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Mention;
import fr.passerelle.sheets.french.ParameterLine;
import fr.passerelle.sheets.french.Textes;
import fr.passerelle.study.replay.ReplayManifest;
import fr.passerelle.study.replay.Replays;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The barème, how robust its proposals are, and the sheet of the algorithm. */
@Controller
record BaremePages(CurrentResults current, Replays replays, Mention mention) {

    private static final String TO_SAY = "à préciser par la Région";

    /** A barème, beside the one in force: what it says, and the numbers that the two do not share. */
    record BaremeView(
            Collection<Bareme> all,
            Bareme bareme,
            Bareme inForce,
            List<String> aid,
            List<String> rules,
            List<IndicatorRule> indicators,
            List<ParameterGroup> groups,
            List<DifferenceLine> differences) {}

    @GetMapping("/regles")
    ModelAndView show(@RequestParam(defaultValue = "") String bareme) {
        PublishedResults published = current.get();
        Bareme inForce = published.run().bareme();
        Map<String, Bareme> known = known(inForce);
        Bareme shown = known.getOrDefault(bareme, inForce);
        BaremeView page = new BaremeView(
                known.values(),
                shown,
                inForce,
                BaremeSentences.aid(shown),
                BaremeSentences.rules(shown),
                IndicatorRule.of(shown),
                ParameterGroup.of(shown),
                DifferenceLine.between(inForce, shown));
        return new ModelAndView("bareme/regles", "page", page);
    }

    @GetMapping("/regles/robustesse")
    ModelAndView robustness() {
        return new ModelAndView(
                "bareme/robustesse",
                "page",
                BaremeRobustness.of(current.get().proposals().plans().values()));
    }

    @GetMapping("/regles/fiche")
    ModelAndView shown() {
        return new ModelAndView("bareme/fiche", "page", DocumentBlock.of(SheetMarkdown.read(sheet())));
    }

    @GetMapping("/regles/fiche.md")
    ResponseEntity<String> markdown() {
        MediaType markdown = new MediaType("text", "markdown", StandardCharsets.UTF_8);
        return FileAnswer.of("fiche-algorithme.md", markdown, sheet());
    }

    private String sheet() {
        return AlgorithmSheet.of(current.get().run().bareme(), mention.or(TO_SAY, TO_SAY));
    }

    /** By identifier: the one in force, those of the replays that ended, those that are shipped. */
    private Map<String, Bareme> known(Bareme inForce) {
        Map<String, Bareme> known = new LinkedHashMap<>();
        known.put(inForce.id(), inForce);
        replays.completed()
                .forEach(replay ->
                        known.computeIfAbsent(replay.question().baremeId(), id -> ReplayManifest.bareme(replay)));
        Baremes.shipped().forEach(id -> known.computeIfAbsent(id, Baremes::load));
        return known;
    }

    /** An indicator as the barème has it: where each point of the scale comes from, and its picture, without any room's value. */
    public record IndicatorRule(
            JeuDeRegles.IndicateurRule rule, String weightSource, List<String> sources, ScalePicture picture) {

        /** Those of a barème, in its order. */
        public static List<IndicatorRule> of(Bareme bareme) {
            List<Parameter> parameters = Parameters.of(bareme);
            return bareme.jeuDeRegles().indicateurs().stream()
                    .map(rule -> of(rule, parameters, bareme.jeuDeRegles().threshold()))
                    .toList();
        }

        private static IndicatorRule of(JeuDeRegles.IndicateurRule rule, List<Parameter> parameters, int threshold) {
            String path = "jeu_de_regles.indicateurs." + rule.name() + '.';
            Unite unit = Terms.of(rule.name()).value();
            List<PointEchelle> scale =
                    rule.scale().stream().map(IndicatorRule::point).toList();
            return new IndicatorRule(
                    rule,
                    source(parameters, path + "poids"),
                    IntStream.rangeClosed(1, scale.size())
                            .mapToObj(i -> source(parameters, path + "echelle." + i))
                            .toList(),
                    ScalePicture.of(scale, unit, threshold, null, null));
        }

        private static PointEchelle point(JeuDeRegles.Point point) {
            return new PointEchelle(point.value().setScale(6), point.points().setScale(6));
        }

        private static String source(List<Parameter> parameters, String path) {
            return parameters.stream()
                    .filter(parameter -> parameter.path().equals(path))
                    .map(Parameter::source)
                    .findFirst()
                    .orElse("");
        }
    }

    /** The numbers of the barème about one thing. */
    public record ParameterGroup(String code, List<ParameterLine> lines) {

        /** What the paths of a group are like. */
        private enum Part {
            REGLEMENT("reglement\\..*"),
            FENETRE("jeu_de_regles\\.(fenetre\\..*|seuil)"),
            BESOIN("jeu_de_regles\\.besoin\\..*"),
            CONVERSION("jeu_de_regles\\.conversion\\..*"),
            SIGNALEMENTS("jeu_de_regles\\.signalements\\..*"),
            ROBUSTESSE("jeu_de_regles\\.robustesse\\..*"),
            PROGRAMMATION("programmation\\..*"),
            TOURNEES("tournees\\..*");

            private final String paths;

            Part(String paths) {
                this.paths = paths;
            }

            boolean holds(Parameter parameter) {
                return parameter.path().matches(paths);
            }
        }

        /** Those of a barème, in the order of its text; weights and scales are apart, see {@link IndicatorRule}. */
        public static List<ParameterGroup> of(Bareme bareme) {
            List<Parameter> all = Parameters.of(bareme);
            return Stream.of(Part.values())
                    .map(part -> new ParameterGroup(
                            part.name(),
                            all.stream()
                                    .filter(part::holds)
                                    .map(ParameterLine::of)
                                    .toList()))
                    .filter(group -> !group.lines().isEmpty())
                    .toList();
        }
    }

    /** A number that two barèmes do not share, under its French name or its path; empty where the first has none. */
    public record DifferenceLine(String name, String before, String after) {

        /** Those of two barèmes, in the order of their paths. */
        public static List<DifferenceLine> between(Bareme first, Bareme second) {
            return BaremeDifference.between(first, second).stream()
                    .map(one -> new DifferenceLine(
                            Codes.parametre(one.path()), read(one.path(), one.before()), read(one.path(), one.after())))
                    .toList();
        }

        private static String read(String path, @Nullable String value) {
            return value == null ? "" : ParameterLine.read(new Parameter(path, value, ""));
        }
    }

    /** What the barème says, sentence by sentence. */
    public static final class BaremeSentences {

        private BaremeSentences() {}

        public static List<String> aid(Bareme bareme) {
            Reglement aid = bareme.reglement();
            List<String> said = new ArrayList<>();
            said.add(rated(
                    "bareme.etude", aid.etude().rate(), "plafond", aid.etude().ceiling()));
            Reglement.Assiette place = aid.investissement();
            said.add(rated("bareme.investissement", place.rate(), "base", place.base()));
            for (int year = 0; year < aid.fonctionnement().size(); year++) {
                Reglement.Taux rate = aid.fonctionnement().get(year);
                String taux = share(rate.rate());
                String plafond = euros(rate.ceiling());
                said.add(Textes.say(
                        "bareme.fonctionnement", Map.of("annee", whole(year + 1), "taux", taux, "plafond", plafond)));
            }
            said.add(of("bareme.fin", aid.fonctionnement().size() + 1));
            return said;
        }

        /** The score and what follows from it. */
        public static List<String> rules(Bareme bareme) {
            JeuDeRegles rules = bareme.jeuDeRegles();
            JeuDeRegles.ConversionRule conversion = rules.conversion();
            List<String> said = new ArrayList<>(List.of(
                    Textes.say(
                            "bareme.fenetre",
                            Map.of(
                                    "mois", whole(rules.fenetre().months()),
                                    "part", share(rules.fenetre().minimumObservedShare()))),
                    of("bareme.note", rules.indicateurs().size()),
                    of("bareme.seuil", rules.threshold())));
            heldBack(said, "bareme.mois.recents", rules.signalements().recentMonthsLeast());
            heldBack(said, "bareme.presences", rules.signalements().presencesLeast());
            said.addAll(List.of(
                    of("bareme.fonctions", conversion.minimumFunctions()),
                    of("bareme.tiers.lieux", conversion.maxTiersLieux()),
                    Textes.say(
                            "bareme.etapes",
                            Map.of(
                                    "personnes", whole(conversion.groupSize()),
                                    "heures", whole(conversion.sessionHours()),
                                    "seances", whole(conversion.maxSessionsAMonth()))),
                    Textes.say("bareme.proximite", Map.of("km", kilometres(conversion.proximityRadiusMetres()))),
                    Textes.say(
                            "bareme.besoin",
                            Map.of(
                                    "moyen", percent(rules.besoin().moyenFrom()),
                                    "eleve", percent(rules.besoin().eleveFrom())))));
            return said;
        }

        /** What holds back a room that would be a candidate; zero holds none back. */
        private static void heldBack(List<String> said, String key, int least) {
            if (least != 0) {
                said.add(of(key, least));
            }
        }

        private static String rated(String key, BigDecimal rate, String name, BigDecimal euros) {
            return Textes.say(key, Map.of("taux", share(rate), name, euros(euros)));
        }

        private static String of(String key, int number) {
            return Textes.say(key, Map.of("n", whole(number)));
        }

        private static String whole(int number) {
            return Integer.toString(number);
        }

        private static String share(BigDecimal share) {
            return FrenchNumbers.of(share, Unite.PART);
        }

        private static String percent(BigDecimal percent) {
            return FrenchNumbers.of(percent, Unite.POURCENT);
        }

        private static String euros(BigDecimal euros) {
            return FrenchNumbers.of(euros, Unite.EUROS);
        }

        private static String kilometres(int metres) {
            BigDecimal kilometres = BigDecimal.valueOf(metres, 3).stripTrailingZeros();
            return kilometres.toPlainString().replace('.', ',');
        }
    }
}
