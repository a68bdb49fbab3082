package fr.passerelle.batch.territory;

import fr.passerelle.batch.reject.Rejects;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.territory.ReferenceFacts;
import fr.passerelle.sources.territory.TerritoireRows;
import fr.passerelle.sources.territory.TerritoireRows.Territoire;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Access to services (SDAASP), commune by commune: shown beside proposals, outside the score. The file is a snapshot: of a commune that is
 * not in it, nothing is known. Without a file, or where its row was refused, what was told before still holds.
 */
public record Access(DataSource dataSource, JdbcTemplate jdbc, ReferenceFacts facts) {

    /** Keeps what a file says, in the caller's transaction, and answers what became of its rows. It reaches the log with the description of EPCIs. */
    public Counts take(long runNo, InputFile file) {
        TerritoireRows rows = new TerritoireRows(facts);
        Snapshot<Territoire> told = Snapshot.read(file, TableSchema.TERRITOIRES, TerritoireRows.ID, rows::resolve);
        Map<String, Territoire> before = known();
        Map<String, Territoire> now = held(before, told, rows);
        told.values().values().forEach(territoire -> now.put(territoire.insee(), territoire));
        jdbc.update("delete from passerelle.territoire");
        jdbc.batchUpdate(
                "insert into passerelle.territoire (insee, access_deficit, fiche_action) values (?, ?, ?)",
                now.values().stream()
                        .map(one -> new Object[] {one.insee(), one.accessDeficit(), one.ficheAction()})
                        .toList());
        return new Rejects(dataSource, TableSchema.TERRITOIRES)
                .keep(runNo, told, (id, territoire) -> !territoire.equals(before.get(territoire.insee())));
    }

    /** What is known, by commune. */
    Map<String, Territoire> known() {
        return jdbc
                .query(
                        "select insee, access_deficit, fiche_action from passerelle.territoire",
                        (row, i) -> new Territoire(
                                Objects.requireNonNull(row.getString(1)),
                                row.getObject(2, Boolean.class),
                                row.getString(3)))
                .stream()
                .collect(Collectors.toMap(Territoire::insee, Function.identity()));
    }

    /**
     * An EPCI with what is known of its communes. Where they do not all have the same fiche action, since they were those of several EPCIs
     * when it was told, nothing says which one is the EPCI's.
     */
    static EpciDescribed told(EpciDescribed epci, Map<String, Territoire> known) {
        List<String> fiches = epci.getCommunes().stream()
                .map(commune -> known.get(commune.getInsee()))
                .filter(Objects::nonNull)
                .map(Territoire::ficheAction)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return EpciDescribed.newBuilder(epci)
                .setCommunes(epci.getCommunes().stream()
                        .map(commune -> told(commune, known.get(commune.getInsee())))
                        .toList())
                .setFicheAction(fiches.size() == 1 ? fiches.getFirst() : null)
                .build();
    }

    private static Commune told(Commune commune, @Nullable Territoire known) {
        return known == null
                ? commune
                : Commune.newBuilder(commune)
                        .setAccessDeficit(known.accessDeficit())
                        .build();
    }

    /** The communes that are in the file in a refused row; their fiche gives way to the one that the file gives their EPCI. */
    private Map<String, Territoire> held(
            Map<String, Territoire> before, Snapshot<Territoire> told, TerritoireRows rows) {
        List<String> refused = told.refused().stream().map(this::today).toList();
        Map<String, Territoire> held = new TreeMap<>();
        before.forEach((insee, territoire) -> {
            if (told.unattributed() || refused.contains(insee)) {
                held.put(insee, rows.fiche(epci(insee)) == null ? territoire : territoire.withoutFiche());
            }
        });
        return held;
    }

    private String today(String told) {
        return facts.resolve(told) instanceof ReferenceFacts.Resolution.Known(var commune, String epci)
                ? commune.getInsee()
                : told;
    }

    private String epci(String insee) {
        return facts.resolve(insee) instanceof ReferenceFacts.Resolution.Known(var commune, String epci) ? epci : "";
    }
}
