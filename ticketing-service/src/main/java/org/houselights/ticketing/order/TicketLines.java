package org.houselights.ticketing.order;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the lines of an order in its row: they are read and changed with it, and nothing looks for them. */
@Converter
class TicketLines implements AttributeConverter<Basket, String> {

    private static final JsonMapper JSON = JsonMapper.shared();

    static String write(Basket basket) {
        return JSON.writeValueAsString(basket);
    }

    @Override
    public String convertToDatabaseColumn(Basket basket) {
        return write(basket);
    }

    @Override
    public Basket convertToEntityAttribute(String column) {
        return JSON.readValue(column, Basket.class);
    }
}
