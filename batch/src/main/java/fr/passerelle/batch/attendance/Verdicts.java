package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.sources.reject.RejectReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are put aside because of others of their room: a pure function of what stands, in the order of import, period, register, id, grain
 * and line. What is put aside comes back when its rival leaves. Of a longer period that is told twice, the first stays where both say the
 * same; where a file contradicts itself, nothing of it stays; a period that overlaps an earlier one, neither containing the other, yields.
 */
final class Verdicts {

    private static final Comparator<ImportedLine> ORDER = Comparator.comparingInt(ImportedLine::importNo)
            .thenComparingInt(said -> said.value().start())
            .thenComparingInt(said -> said.value().end())
            .thenComparing(said -> said.value().register())
            .thenComparing(said -> said.value().id())
            .thenComparing(said -> said.value().grain().name())
            .thenComparingLong(ImportedLine::line)
            .thenComparingInt(ImportedLine::ordinal);

    private final Map<ImportedLine, LineRefusal> aside = new IdentityHashMap<>();
    private final IntPredicate adds;

    private record Period(int start, int end, String activity) {}

    private Verdicts(IntPredicate adds) {
        this.adds = adds;
    }

    /** Of what stands of a room; only periods matter, an observed zero is in nobody's way, and an import may add lines up. */
    static Verdicts of(Collection<ImportedLine> standing, IntPredicate adds) {
        Verdicts verdicts = new Verdicts(adds);
        List<ImportedLine> periods = standing.stream()
                .filter(said -> said.value().isPeriod() && !said.value().isObservedZero())
                .sorted(ORDER)
                .toList();
        verdicts.doubles(periods);
        verdicts.overlaps(periods);
        return verdicts;
    }

    /** Why a line is put aside; null where it holds. */
    @Nullable
    LineRefusal of(ImportedLine said) {
        return aside.get(said);
    }

    private void doubles(List<ImportedLine> periods) {
        Map<Period, List<ImportedLine>> told = new HashMap<>();
        periods.stream().filter(said -> !said.value().isOther()).forEach(said -> {
            Attendance value = said.value();
            told.computeIfAbsent(new Period(value.start(), value.end(), value.activity()), period -> new ArrayList<>(1))
                    .add(said);
        });
        told.values().stream().filter(lines -> lines.size() > 1).forEach(this::settle);
    }

    private void settle(List<ImportedLine> lines) {
        SortedMap<Integer, List<ImportedLine>> imports = lines.stream()
                .collect(Collectors.groupingBy(ImportedLine::importNo, TreeMap::new, Collectors.toList()));
        ImportedLine kept = null;
        for (List<ImportedLine> said : imports.values()) {
            kept = settle(said, kept);
        }
    }

    /** Of one import, once what earlier ones keep of the period is known; answers what is kept now. */
    private @Nullable ImportedLine settle(List<ImportedLine> lines, @Nullable ImportedLine earlier) {
        ImportedLine first = lines.getFirst();
        if (earlier != null) {
            lines.forEach(said ->
                    aside.put(said, saySame(said, earlier) ? LineRefusal.SAME_PERIOD : LineRefusal.CONTRADICTION));
            return earlier;
        }
        if (adds.test(first.importNo())) {
            return first;
        }
        boolean agree = lines.stream().allMatch(said -> saySame(said, first));
        LineRefusal why = agree ? LineRefusal.SAME_PERIOD : LineRefusal.CONTRADICTION;
        lines.subList(agree ? 1 : 0, lines.size()).forEach(said -> aside.put(said, why));
        return agree ? first : null;
    }

    /** Whether two lines of one period say the same, under whatever id. */
    private static boolean saySame(ImportedLine one, ImportedLine other) {
        return Attendance.BY_COUNTS.compare(one.value(), other.value()) == 0;
    }

    private void overlaps(List<ImportedLine> periods) {
        if (periods.stream().noneMatch(said -> said.value().mayStraddle())) {
            return;
        }
        Map<String, List<Attendance>> held = new HashMap<>();
        for (ImportedLine said : periods) {
            List<Attendance> others = held.computeIfAbsent(said.value().activity(), activity -> new ArrayList<>());
            if (aside.containsKey(said) || said.value().isDay()) {
                continue;
            }
            if (others.stream().anyMatch(other -> crosses(said.value(), other) || crosses(other, said.value()))) {
                aside.put(said, LineRefusal.OVERLAP);
            } else {
                others.add(said.value());
            }
        }
    }

    private static boolean crosses(Attendance first, Attendance second) {
        return first.start() < second.start() && second.start() <= first.end() && first.end() < second.end();
    }

    /** Why a line that holds by itself is refused because of others. Names are kept in the database. */
    enum LineRefusal {
        /** Its id, in its register, is that of another line of the file. */
        SAME_ID(
                "id_releve",
                RejectReason.DOUBLON,
                "Une autre ligne du registre a cet identifiant de relevé : donnez à celle-ci le sien, ou ne gardez que"
                        + " la bonne."),
        /** Its id, in the region's own register, is that of a line of another room. */
        OTHER_ROOM(
                "id_releve",
                RejectReason.IDENTIFIANT_AILLEURS,
                "Cet identifiant de relevé est déjà celui d'une ligne d'une autre salle : deux registres sont sans"
                    + " doute numérotés de même. Nommez celui de ce fichier dans son mapping (« registre: NOM ») ; si"
                    + " la ligne a vraiment changé de salle, redonnez le fichier à la place de l'ancien (« --replaces"
                    + " »)."),
        /** The same period of the room and activity, told again with the same counts. */
        SAME_PERIOD(
                "periode_debut",
                RejectReason.DOUBLON,
                "Cette période de la salle et de l'activité est déjà dite, avec les mêmes comptes : elle compterait"
                        + " deux fois. Ne gardez qu'une ligne ; si les lignes d'une période s'ajoutent, écrivez «"
                        + " additionner: oui » dans le mapping."),
        /** The same period of the room and activity, told again with other counts. */
        CONTRADICTION(
                "periode_debut",
                RejectReason.DOUBLON_CONTRADICTOIRE,
                "Cette période de la salle et de l'activité est déjà dite, avec d'autres comptes : rien ne dit"
                        + " lesquels sont bons. Ne gardez que la bonne ligne, sous le même identifiant ; si les lignes"
                        + " d'une période s'ajoutent, écrivez « additionner: oui » dans le mapping."),
        /** A period that overlaps another of the room and activity, neither containing the other. */
        OVERLAP(
                "periode_debut",
                RejectReason.CHEVAUCHEMENT,
                "Cette période en chevauche une autre de la même salle et de la même activité, sans qu'aucune contienne"
                        + " l'autre : corrigez les dates de l'une des deux."),
        /** The month would have more lines than a record of the log can hold. */
        TOO_LARGE(
                "periode_debut",
                RejectReason.MOIS_TROP_GROS,
                "Ce mois de la salle aurait plus de lignes que le journal n'en tient en un enregistrement : regroupez"
                        + " ses lignes (par jour ou par mois), puis redonnez le fichier."),
        /** A later file says something else of the line that a corrected row is. */
        SUPERSEDED(
                "id_salle",
                RejectReason.DEJA_REPRIS,
                "Un fichier plus récent dit déjà autre chose de cette ligne : corrigez le registre lui-même et"
                        + " redonnez-le à « ./passerelle nightly ».");

        private final MeasureRule.Breach breach;

        LineRefusal(String column, RejectReason reason, String message) {
            this.breach = new MeasureRule.Breach(column, reason, message);
        }

        /** What the user is told, in French; it quotes no cell. */
        MeasureRule.Breach breach() {
            return breach;
        }
    }
}
