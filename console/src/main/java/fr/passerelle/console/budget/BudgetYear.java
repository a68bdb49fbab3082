package fr.passerelle.console.budget;

import java.math.BigDecimal;

/** What the budget of a calendar year bears of the aid to running, euros. */
public record BudgetYear(int year, BigDecimal aid) {}
