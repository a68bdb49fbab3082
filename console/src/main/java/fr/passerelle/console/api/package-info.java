/** What is published, for machines: collections of the contract's own records, as JSON or CSV, with their OpenAPI description drawn from the same schemas. */
@NullMarked
package fr.passerelle.console.api;

import org.jspecify.annotations.NullMarked;
