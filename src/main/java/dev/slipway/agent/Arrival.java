package dev.slipway.agent;

/** Something has changed for agents that wait: an order is there, or one of them shall wait no longer. */
record Arrival() {}
