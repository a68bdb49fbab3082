/** What credits would fund, in which years, why others wait, and what other credits would change: shown, tried, never decided. */
@NullMarked
package fr.passerelle.console.programme;

import org.jspecify.annotations.NullMarked;
