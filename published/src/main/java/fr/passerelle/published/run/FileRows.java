package fr.passerelle.published.run;

/**
 * A file of a run.
 *
 * @param role ROOMS, ATTENDANCE…
 * @param rows data rows when it was examined
 * @param counts what became of them; all 0 until the run is closed
 */
public record FileRows(String role, String name, String sha256, long rows, RowCounts counts) {}
