package fr.passerelle.console.tour;

import java.util.List;

/** A week of an animateur, a cell a day. */
public record WeekRow(String animateur, List<WeekCell> cells) {}
