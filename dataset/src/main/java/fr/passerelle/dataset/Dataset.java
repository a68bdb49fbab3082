package fr.passerelle.dataset;

import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What can be exported. */
public enum Dataset {
    SALLES("les salles : note, fourchette, proposition", RoomTable::of),
    PLANS("les intercommunalités : siège, fonctions, aide par ligne", PlanTable::plans),
    BUDGET("l'aide à l'animation, par intercommunalité et par année civile", PlanTable::budgets),
    ETAPES("les étapes de médiation nomade, une ligne par salle : hôte, séances, payeur", EtapeTable::of),
    DECISIONS("ce qui a été notifié et répondu", DecisionExport::decisions),
    FREQUENTATION("la fréquentation, par salle et par mois", FrequentationTable::ofRooms),
    FREQUENTATION_EPCI("la fréquentation, par intercommunalité et par mois", FrequentationTable::ofEpcis),
    BESOINS("ce que les diagnostics ont recueilli, et ce qui est proposé pour cela", BesoinTable::of),
    PARTAGE("le reste à charge partagé entre les communes, selon leurs habitants ou leurs séances", PlanTable::shares),
    SUBVENTIONS("l'aide notifiée, selon le schéma des subventions du SCDL", DecisionExport::grants),
    LIEUX("les lieux du standard national : tiers lieux et étapes nomades décidés", LieuTable::decided),
    LIEUX_PROPOSES("les mêmes lieux, et les étapes nomades qui ne sont que proposées", LieuTable::proposed),
    SEANCES("les séances de médiation nomade publiées, et celles qui sont annulées", SessionTable::sessions),
    JOURNEES("les journées de tournée dont toutes les séances sont publiées", SessionTable::days);

    private final String says;
    private final Function<DatasetSource, Table<?>> table;

    Dataset(String says, Function<DatasetSource, Table<?>> table) {
        this.says = says;
        this.table = table;
    }

    /** Its name in commands and files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it holds, in French. */
    public String says() {
        return says;
    }

    /** Whether it takes the whole attendance, which is long to read. */
    public boolean needsAttendance() {
        return this == FREQUENTATION || this == FREQUENTATION_EPCI;
    }

    /** Whether people look through it, beside taking it away: not what is long to read, nor what is laid out as a national standard asks. */
    public boolean lists() {
        return !needsAttendance() && this != SUBVENTIONS && this != LIEUX && this != LIEUX_PROPOSES;
    }

    /** Whether it takes what was asked for, and what earlier runs made public of it. */
    public boolean takesNeeds() {
        return this == BESOINS;
    }

    /** Whether it takes what people were told of calendars. */
    public boolean takesCalendars() {
        return this == SEANCES || this == JOURNEES || this == LIEUX || this == LIEUX_PROPOSES;
    }

    /** Its columns, those that are not for anybody among them; only of what {@link #lists} is. */
    public List<? extends Column<?>> columns() {
        return of(DatasetSource.NONE).columns();
    }

    /** Its table, as the run of a source leaves it. */
    Table<?> of(DatasetSource source) {
        return of(table.apply(source), source.provenance());
    }

    /** Every row says its run, and that it is only an exercise where it is. */
    private static <R> Table<R> of(Table<R> table, Provenance it) {
        String run = it.run().id();
        List<Column<R>> columns = new ArrayList<>(table.columns());
        columns.addAll(Table.<R>layout()
                .text("execution", "Exécution dont vient la ligne", row -> run)
                .text(
                        "donnees",
                        "« reconstitution » ou « illustration » : ne vaut pas proposition",
                        row -> it.exercise() ? it.nature().toLowerCase(Locale.ROOT) : null)
                .columns());
        return table.with(columns);
    }
}
