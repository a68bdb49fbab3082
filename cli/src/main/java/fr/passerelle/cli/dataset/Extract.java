package fr.passerelle.cli.dataset;

/** A dataset of a run. */
public record Extract(Provenance provenance, DataTable table) {}
