package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Conflit;
import fr.passerelle.schemas.event.Ecart;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.Marge;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.explanation.ChangePart.SmallestChange;
import fr.passerelle.sheets.explanation.Dossier.ScoreFigures;
import fr.passerelle.sheets.explanation.Naming.SubjectNames;
import fr.passerelle.sheets.explanation.NeedTable.NeedsPart;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The detail, for who checks it: room by room, then what holds for the whole EPCI. */
record Annexes(Dossier dossier, Origin origin) {

    private static final List<String> INDICATORS = List.of(
            "Indicateur", "Valeur", "Calcul", "Pris en compte", "Mois", "Échelle (valeur → points)", "Poids", "Points");

    private static final List<String> RULES = List.of("Règle", "Sur", "Ce qu’elle a regardé", "Résultat", "Décide");
    private static final Set<String> SEATS = Set.of("TIERS_LIEU", "TIERS_LIEUX_MULTIPLES");

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        add(blocks, Textes.say("annexe.donnees"), data());
        dossier.plan()
                .getRooms()
                .forEach(room -> add(blocks, dossier.name(room.getRoomId()), ofRoom(room.getRoomId())));
        add(blocks, Textes.say("annexe.parametres"), parameters());
        add(blocks, Textes.say("annexe.operations"), operations());
        return blocks;
    }

    private List<Block> ofRoom(String room) {
        List<Block> blocks = new ArrayList<>();
        dossier.score(room).ifPresent(score -> {
            blocks.add(indicators(score));
            blocks.addAll(rules("legal.regles.note", room, score.getTrace()));
        });
        dossier.conversion(room)
                .ifPresent(one -> blocks.addAll(rules("legal.regles.conversion", room, one.getTrace())));
        return blocks;
    }

    private List<Block> rules(String caption, String room, List<RegleEssayee> steps) {
        return rules(Textes.say(caption, Map.of("salle", dossier.name(room))), steps);
    }

    private static void add(List<Block> blocks, String about, List<Block> annex) {
        if (!annex.isEmpty()) {
            blocks.add(new Block.Heading(2, Textes.say("legal.annexe.titre", Map.of("sujet", about))));
            blocks.addAll(annex);
        }
    }

    private List<Block> data() {
        return Stream.concat(Stream.of(rooms(), files()), NeedsPart.of(dossier, origin).blocks().stream())
                .toList();
    }

    private Block rooms() {
        return new Block.Grid(
                Textes.say("legal.salles"),
                List.of("Salle", "Commune", "Gestion", "Mois renseignés", "Mois manquants", "Présences en douze mois"),
                dossier.plan().getRooms().stream().map(this::room).toList());
    }

    private List<String> room(PlanRoom room) {
        Optional<Frequentation> score = dossier.score(room.getRoomId());
        return List.of(
                Textes.say("salle.nom", Map.of("nom", room.getName(), "id", room.getRoomId())),
                room.getCommune() == null ? room.getInsee() : room.getCommune(),
                Textes.word("gestion", room.getGestion()),
                score.map(known -> Textes.say("mois.sur", ScoreFigures.of(known)))
                        .orElse(""),
                score.map(known -> Months.spans(known.getMonthsMissing())).orElse(""),
                score.map(known -> Textes.say("presences.sur", ScoreFigures.of(known)))
                        .orElse(""));
    }

    private Block files() {
        return new Block.Grid(
                Textes.say("legal.fichiers"),
                List.of("Salle", "Fichier", "Mois", "Relevés"),
                dossier.scores().stream()
                        .flatMap(score -> files(score.getRoomId()))
                        .toList());
    }

    private Stream<List<String>> files(String room) {
        return origin.files().getOrDefault(room, List.of()).stream().map(file -> file(room, file));
    }

    private List<String> file(String room, FichierSource file) {
        return List.of(
                dossier.name(room),
                origin.nameOf(file.getSha256()),
                Months.spans(file.getMonths()),
                FrenchNumbers.number(file.getRecords()));
    }

    private List<Block> parameters() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(
                "legal.bareme",
                Map.of(
                        "id", origin.baremeId(),
                        "titre", origin.baremeTitle(),
                        "empreinte", origin.baremeHash())));
        blocks.addAll(told(
                Textes.say("legal.marges"),
                List.of("Nombre du barème", "Valeur", "Essayé", "La proposition tient"),
                dossier.plan().getMarges(),
                Annexes::margin));
        return blocks;
    }

    Block indicators(Frequentation score) {
        return new Block.Grid(
                Textes.say("legal.note", dossier.figures(score)),
                INDICATORS,
                score.getIndicateurs().stream().map(this::row).toList());
    }

    private List<String> row(Indicateur one) {
        return List.of(
                Textes.word("indicateur", one.getName()),
                value(one, UnaryOperator.identity()),
                terms(one),
                words().all(one.getOperands()),
                Months.spans(one.getMonths()),
                one.getScale().stream()
                        .map(point -> point(point, one.getUnit()))
                        .collect(Collectors.joining(" ; ")),
                FrenchNumbers.number(one.getWeight()),
                one.getPoints() == null ? Textes.say("sans.points") : FrenchNumbers.of(one.getPoints(), Unite.POINTS));
    }

    /** The value of an indicator, or why it has none. */
    static String value(Indicateur one, UnaryOperator<BigDecimal> shown) {
        BigDecimal value = one.getValue();
        return one.getUnavailable() == null
                ? FrenchNumbers.of(value == null ? null : shown.apply(value), one.getUnit())
                : Textes.say("indisponible", Map.of("pourquoi", Codes.outcome(one.getUnavailable())));
    }

    private static String terms(Indicateur one) {
        return one.getNumerator() == null || one.getDenominator() == null
                ? ""
                : Textes.say(
                        "formule." + one.getFormula().name(),
                        Map.of(
                                "haut", FrenchNumbers.of(one.getNumerator(), one.getNumeratorUnit()),
                                "bas", FrenchNumbers.of(one.getDenominator(), one.getDenominatorUnit())));
    }

    private static String point(PointEchelle point, Unite unit) {
        return Textes.say(
                "echelle.point",
                Map.of(
                        "valeur", FrenchNumbers.of(point.getValue(), unit),
                        "points", FrenchNumbers.of(point.getPoints(), Unite.POINTS)));
    }

    private static List<String> margin(Marge margin) {
        return List.of(
                Textes.word("marge", margin.getParameter()),
                points(margin.getValue()),
                Textes.say("de.a", Map.of("de", points(margin.getFrom()), "a", points(margin.getTo()))),
                Textes.say("de.a", Map.of("de", points(margin.getHoldsFrom()), "a", points(margin.getHoldsTo()))));
    }

    private static String points(int value) {
        return FrenchNumbers.of(BigDecimal.valueOf(value), Unite.POINTS);
    }

    private List<Block> operations() {
        Plan plan = dossier.plan();
        List<Block> blocks = new ArrayList<>(rules(Textes.say("legal.regles.plan"), plan.getTrace()));
        blocks.add(aid(plan));
        blocks.addAll(told(
                Textes.say("legal.ecarts"),
                List.of("Sur", "Acte", "Notifié", "Aujourd’hui"),
                plan.getEcarts(),
                this::row));
        blocks.addAll(told(
                Textes.say("legal.conflits"),
                List.of("Conflit", "Actes", "Ce qu’ils disent"),
                plan.getConflits(),
                this::row));
        blocks.addAll(told(
                Textes.say("legal.contrefactuels"),
                List.of("Changement", "Avant", "Après"),
                SmallestChange.of(dossier),
                one -> List.of(one.condition(), one.before(), one.after())));
        return blocks;
    }

    private Block aid(Plan plan) {
        return new Block.Grid(
                Textes.say("legal.aide"),
                List.of("Ligne", "Coût", "Taux", "Plafond", "Aide", "Reste à charge", "Ce qui décide", "Calcul"),
                plan.getAid().stream().map(this::line).toList());
    }

    private List<String> line(AidLine line) {
        return List.of(
                Textes.word("ligne", line.getLine()),
                FrenchNumbers.euros(line.getCost()),
                FrenchNumbers.rate(line.getRate()),
                FrenchNumbers.euros(line.getCeiling()),
                FrenchNumbers.euros(line.getAid()),
                FrenchNumbers.euros(line.getLeft()),
                Codes.outcome(line.getDecidedBy()),
                line.getTrace().stream()
                        .map(step -> words().all(step.getOperands()))
                        .collect(Collectors.joining(" → ")));
    }

    private List<String> row(Ecart gap) {
        return List.of(
                Textes.word("ligne", gap.getOn()),
                gap.getAct(),
                said(gap.getOn(), gap.getNotified()),
                said(gap.getOn(), gap.getNow()));
    }

    private List<String> row(Conflit conflict) {
        return List.of(
                Codes.outcome(conflict.getCode()),
                Textes.and(conflict.getActs()),
                conflict.getValues().stream()
                        .map(value -> said(conflict.getCode(), value))
                        .collect(Collectors.joining(" ; ")));
    }

    /** A seat by its name, an amount in euros. */
    private String said(String on, @Nullable String value) {
        if (value == null) {
            return Textes.say("rien");
        }
        return SEATS.contains(on) ? words().subjects().of(value) : FrenchNumbers.euros(new BigDecimal(value));
    }

    private List<Block> rules(String caption, List<RegleEssayee> steps) {
        return told(caption, RULES, steps, this::row);
    }

    /** A table of all, if there is any. */
    private static <T> List<Block> told(
            String caption, List<String> header, List<T> all, Function<T, List<String>> row) {
        return all.isEmpty()
                ? List.of()
                : List.of(new Block.Grid(caption, header, all.stream().map(row).toList()));
    }

    private List<String> row(RegleEssayee step) {
        OperandWords operands = words();
        return List.of(
                Codes.rule(step.getRule()),
                operands.subjects().of(step.getOn()),
                operands.all(step.getOperands()),
                operands.outcome(step),
                Textes.say(Textes.yes(step.getDecides())));
    }

    private OperandWords words() {
        return new OperandWords(new SubjectNames(dossier));
    }

    /** What a rule looked at, and what came out, in French. */
    record OperandWords(SubjectNames subjects) {

        /** Texts of these are what people wrote, or identifiers: no code to translate. */
        private static final Set<String> AS_WRITTEN =
                Set.of("acte", "epci", "epci_notifie", "porteur", "tiers_lieu_existant");

        private static final Set<String> COMMUNES = Set.of("commune", "groupe");
        private static final Pattern BOUNDS = Pattern.compile("(\\d+)-(\\d+)");

        /** Each by its name: « seuil : 50 points ; note : 68 points ». */
        String all(List<Operande> operands) {
            return operands.stream().map(this::named).collect(Collectors.joining(" ; "));
        }

        /** What came out of a rule: a number, a subject, or a code. */
        String outcome(RegleEssayee step) {
            String outcome = step.getOutcome();
            Matcher bounds = BOUNDS.matcher(outcome);
            if (step.getRule().equals("POPULATION_DESSERVIE") && step.getOn().startsWith("commune:")) {
                return subjects.commune(outcome);
            }
            return bounds.matches()
                    ? Textes.say("de.a", Map.of("de", bounds.group(1), "a", bounds.group(2)))
                    : FrenchNumbers.outcome(outcome);
        }

        private String named(Operande operand) {
            return Textes.say("operande.dit", Map.of("nom", Codes.operand(name(operand)), "valeur", value(operand)));
        }

        /** A group of rooms is named by its commune, one of people by how many they are. */
        private static String name(Operande operand) {
            return operand.getName().equals("groupe") && operand.getAmount() != null
                    ? "groupe_de_personnes"
                    : operand.getName();
        }

        private String value(Operande operand) {
            String text = operand.getText();
            return text == null
                    ? FrenchNumbers.of(operand.getAmount(), operand.getUnit())
                    : text(operand.getName(), text, operand.getUnit());
        }

        private String text(String name, String text, Unite unit) {
            if (AS_WRITTEN.contains(name)) {
                return text;
            }
            if (COMMUNES.contains(name)) {
                return subjects.commune(text);
            }
            if (name.equals("salle")) {
                return subjects.of("room:" + text);
            }
            return switch (unit) {
                case DATE -> Months.day(LocalDate.parse(text));
                case CODE, OUI_NON -> Codes.outcome(subjects.of(text));
                default -> text;
            };
        }
    }
}
