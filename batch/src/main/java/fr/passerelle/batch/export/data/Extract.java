package fr.passerelle.batch.export.data;

/** A dataset of a run. */
public record Extract(Provenance provenance, DataTable table) {}
