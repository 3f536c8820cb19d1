import { Component } from '@angular/core';
@Component({ selector: 'bn-x', template: '' })
export class QuarantinePage {}
